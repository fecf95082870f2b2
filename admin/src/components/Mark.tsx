/** The product's mark: a house under one roof. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="7" fill="#0F766E" />
      <path
        d="M6 12.5L13 7l7 5.5M8.5 11.8V19M17.5 11.8V19M6 19h14M12 19v-4h2v4"
        fill="none" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round"
      />
    </svg>
  )
}

/** The value the server gave this browser at sign-in: shows that a request comes from our own page. */
export const csrfToken = (): string => /(?:^|;\s*)xl_csrf=([^;]*)/.exec(document.cookie)?.[1] ?? ''

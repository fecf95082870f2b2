// Only the browser build uses this: its pages may not read back the links they make (the policy of
// the server allows requests to itself alone), so the bytes are kept beside the link.
const blobs = new Map<string, Blob>()

export function linkTo(blob: Blob): string {
  const url = URL.createObjectURL(blob)
  blobs.set(url, blob)
  return url
}

export const blobOf = (url: string): Blob | undefined => blobs.get(url)

import Taro from '@tarojs/taro'

export interface FileToSend {
  url: string
  ref: string
  name: string
  fields: Record<string, string>
  headers: Record<string, string>
}

const TIMEOUT = 60_000

/** Status 0 says that nobody was reached. */
export async function sendFile({ url, ref, name, fields, headers }: FileToSend): Promise<{ status: number; text: string }> {
  try {
    const answer = await Taro.uploadFile({ url, filePath: ref, name: 'file', fileName: name, formData: fields, header: headers, timeout: TIMEOUT })
    return { status: answer.statusCode, text: answer.data }
  } catch {
    return { status: 0, text: '' }
  }
}

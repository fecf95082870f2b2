export const transports = ['websocket']

/** The key of the background's message to content scripts: its value lists the hosts that stay turned on. */
export const STOP_MESSAGE = 'orderlens.stop';

import browser from 'webextension-polyfill';
import type { Command, CommandData, CommandReply, ReplyEnvelope } from './protocol.ts';

// A worker that is just starting does not listen yet for some milliseconds.
const RETRY_DELAYS_MS = [50, 200, 500];

/** Sends a command to the background; rejects with its reason when it is refused or fails. */
export async function send<C extends Command>(command: C, data: CommandData<C>): Promise<CommandReply[C]> {
  const answer: ReplyEnvelope<C> | undefined = await sendUntilHeard({ command, data });
  if (!answer) throw new Error('OrderLens did not answer. Please try again.');
  if (!answer.ok) throw new Error(answer.error);
  return answer.reply;
}

/** What reached nobody is sent again; what a worker heard before it ended is not, it may have been done. */
async function sendUntilHeard<C extends Command>(message: object): Promise<ReplyEnvelope<C> | undefined> {
  for (const delayMs of RETRY_DELAYS_MS) {
    try {
      return await browser.runtime.sendMessage(message);
    } catch (error) {
      if (!String(error).includes('Receiving end does not exist')) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
  return browser.runtime.sendMessage(message);
}

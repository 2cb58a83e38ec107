import browser from 'webextension-polyfill';
import type { Command, CommandData, CommandReply, ReplyEnvelope } from './protocol.ts';

/** Sends a command to the background; rejects with its reason when it is refused or fails. */
export async function send<C extends Command>(command: C, data: CommandData<C>): Promise<CommandReply[C]> {
  const answer: ReplyEnvelope<C> | undefined = await browser.runtime.sendMessage({ command, data });
  if (!answer) throw new Error('OrderLens did not answer. Please try again.');
  if (!answer.ok) throw new Error(answer.error);
  return answer.reply;
}

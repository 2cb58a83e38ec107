import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveReads } from '../lib/sources/files/serve-reads.ts';

// A worker of the Data page: reading a file of hundreds of megabytes there leaves the page alone, and ends at once
// when the page ends the worker.
export default defineUnlistedScript(() => {
  const take = serveReads((message) => self.postMessage(message));
  self.onmessage = ({ data }) => take(data);
});

// As ByteDance's signing script does: whatever goes to the API gets two more parameters, on its way out.
(() => {
  const sign = (address) => {
    const url = new URL(address, location.href);
    if (!url.pathname.startsWith('/api')) return address;
    url.searchParams.set('msToken', `${'Kq3vT-_9'.repeat(13)}==`);
    url.searchParams.set('X-Bogus', `DFSz${String(url.search.length * 7919).padStart(16, 'wPuV')}`);
    return url.href;
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function signed(method, address, ...rest) {
    return open.call(this, method, sign(address), ...rest);
  };
  const { fetch: plain } = window;
  window.fetch = (input, init) => plain(typeof input === 'string' ? sign(input) : input, init);
})();

// The real polyfill throws outside an extension; tests get the fake of the same API.
export { fakeBrowser as default } from '@webext-core/fake-browser';

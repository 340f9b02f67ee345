/** Browser scripts of the pages, served as files. */

/** On the pages that hold the tool's frame: what a tool can ask its platform by messages. */
export const PAGE_SCRIPT = `
const frame = document.querySelector('iframe.tool');
const talkative = document.body.dataset.messages === 'yes';
const course = document.body.dataset.course;
const known = ['lti.frameResize', 'lti.fetchWindowSize', 'lti.scrollToTop', 'lti.close', 'lti.capabilities', 'lti.put_data', 'lti.get_data'];
addEventListener('message', (event) => {
  const message = event.data;
  if (typeof message !== 'object' || message === null) return;
  const reply = (more) => event.source.postMessage({ subject: message.subject + '.response', message_id: message.message_id, ...more }, event.origin);
  // From the platform's own pages inside the frame: the tool has sent the person back.
  if (event.origin === location.origin && message.subject === 'simulator.return') {
    location.assign(course + (message.added ? '?added=' + message.added : ''));
  }
  if (message.subject === 'org.imsglobal.lti.close') location.assign(course ?? '/tools');
  if (!talkative || !frame || event.source !== frame.contentWindow) return;
  if (message.subject === 'lti.frameResize') frame.style.height = Math.max(200, Number(message.height) || 0) + 'px';
  if (message.subject === 'lti.scrollToTop') scrollTo({ top: 0 });
  if (message.subject === 'lti.close') location.assign(course);
  if (message.subject === 'lti.fetchWindowSize') reply({ height: innerHeight, width: innerWidth, offset: { top: frame.offsetTop, left: frame.offsetLeft }, footer: 0, scrollY });
  if (message.subject === 'lti.capabilities') reply({ supported_messages: known.map((subject) => ({ subject, frame: subject.endsWith('_data') ? document.body.dataset.storage : undefined })) });
});
document.querySelector('form[data-self-posting]')?.submit();
`;

/** In the platform-storage frame (1EdTech postMessage Storage 0.1): keeps values per origin while the page is open. */
export const STORAGE_SCRIPT = `
const stores = new Map();
addEventListener('message', (event) => {
  const { subject, key, value, message_id } = event.data ?? {};
  if (subject !== 'lti.put_data' && subject !== 'lti.get_data') return;
  const answer = { subject: subject + '.response', message_id, key };
  const store = stores.get(event.origin) ?? new Map();
  stores.set(event.origin, store);
  if (typeof key !== 'string' || typeof message_id !== 'string') answer.error = { code: 'bad_request', message: 'key and message_id are required' };
  else if (subject === 'lti.get_data') answer.value = store.get(key) ?? null;
  else if (value !== undefined && value !== null && String(value).length > 4096) answer.error = { code: 'storage_exhaustion', message: 'more than 4096 characters' };
  else if (value === undefined || value === null) { store.delete(key); answer.value = null; }
  else { store.set(key, value); answer.value = value; }
  event.source.postMessage(answer, event.origin);
});
`;

/** On the pages the tool returns to, inside the frame or in a window of its own. */
export const RETURN_SCRIPT = `
const message = { subject: 'simulator.return', added: document.body.dataset.added };
if (parent !== window) parent.postMessage(message, location.origin);
else if (opener) { opener.postMessage(message, location.origin); close(); }
`;

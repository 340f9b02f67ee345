/**
 * Asks the platform's storage (LTI Client Side postMessages, platform storage) and goes on within a second, answered or
 * not. A page gives it a data block: the message, the frame's name and the origin that alone may read and answer.
 */
const ASK = `
const data = JSON.parse(document.getElementById('data').textContent);
function ask(goOn) {
  let done = false;
  const finish = (value) => { if (!done) { done = true; goOn(value) } };
  addEventListener('message', (event) => {
    const answer = event.data;
    if (event.origin !== data.origin || typeof answer !== 'object' || answer === null) return;
    if (answer.subject !== data.message.subject + '.response' || answer.message_id !== data.message.message_id) return;
    finish(answer.error || typeof answer.value !== 'string' ? null : answer.value);
  });
  setTimeout(finish, 1000, null);
  try {
    const platform = window.parent !== window ? window.parent : window.opener;
    const frame = data.target === '_parent' ? platform : platform.frames[data.target];
    frame.postMessage(data.message, data.origin);
  } catch { finish(null) }
}
`;

/** Stores the login's secret, then goes on to the platform. */
export const PUT_SCRIPT = `${ASK}
ask(() => location.replace(data.next));
`;

/** Reads the login's secret back and proves by it that this browser began the launch; else shows the way by a new tab. */
export const GET_SCRIPT = `${ASK}
const opening = document.getElementById('opening');
const fallback = document.getElementById('fallback');
opening.hidden = false;
fallback.hidden = true;
ask((value) => {
  if (value === null) { opening.hidden = true; fallback.hidden = false; return }
  const form = document.getElementById('proof');
  form.elements.secret.value = value;
  form.submit();
});
`;

/**
 * Asks the platform's storage (LTI Client Side postMessages, platform storage) and goes on within a second, answered or
 * not. A page gives it a data block: the message, the frame's name and the origin that alone may read and answer. What is
 * sent to a frame that still loads is lost, so the same is asked again and again: it is answered alike each time.
 */
const ASK = `
const data = JSON.parse(document.getElementById('data').textContent);
function ask(goOn) {
  let done = false;
  const finish = (value) => { if (!done) { done = true; clearInterval(again); goOn(value) } };
  addEventListener('message', (event) => {
    const answer = event.data;
    if (event.origin !== data.origin || typeof answer !== 'object' || answer === null) return;
    if (answer.subject !== data.message.subject + '.response' || answer.message_id !== data.message.message_id) return;
    finish(answer.error || typeof answer.value !== 'string' ? null : answer.value);
  });
  const send = () => {
    try {
      const platform = window.parent !== window ? window.parent : window.opener;
      const frame = data.target === '_parent' ? platform : platform.frames[data.target];
      frame.postMessage(data.message, data.origin);
    } catch { finish(null) }
  };
  const again = setInterval(send, 100);
  setTimeout(finish, 1000, null);
  send();
}
`;

/**
 * Posts a form and goes where the answer says, in the place of this page: "back" must not lead to a page that a browser
 * can only show by posting once more. Where that fails the form is posted as it is, and shows what went wrong.
 */
const POST = `
async function post(form) {
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { accept: 'application/json' } });
    const { location: next } = await answer.json();
    location.replace(next);
  } catch { form.submit() }
}
`;

/** Stores the login's secret, then goes on to the platform. */
export const PUT_SCRIPT = `${ASK}
ask(() => location.replace(data.next));
`;

/** Reads the login's secret back and proves by it that this browser began the launch; else shows the way by a new tab. */
export const GET_SCRIPT = `${ASK}${POST}
const opening = document.getElementById('opening');
const fallback = document.getElementById('fallback');
opening.hidden = false;
fallback.hidden = true;
ask((value) => {
  if (value === null) { opening.hidden = true; fallback.hidden = false; return }
  const form = document.getElementById('proof');
  form.elements.secret.value = value;
  void post(form);
});
`;

/** Confirms whose launch it is; a second press does nothing. */
export const CONFIRM_SCRIPT = `${POST}
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  event.submitter.disabled = true;
  void post(event.target);
});
`;

/** Back over the LMS's page, over it and ours where that stays in the history, and no further. */
const BACK_MAX = 2;

/**
 * Goes on to the page that a person wanted who came here by "back": a page of the LMS in between posts its launch once
 * more each time it is shown.
 *
 * @param pages how many pages back; null for none, and for more than there can be: then the page stays.
 */
export const backScript = (pages: number): string | null =>
  pages > 0 && pages <= BACK_MAX ? `history.go(-${pages});` : null;

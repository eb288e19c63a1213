// Shows what needs a passkey and hides what is there instead; then lets the device answer the button's question.
{
  const kind = window.PublicKeyCredential;
  const all = (what) => document.querySelectorAll(what);
  if (kind?.parseCreationOptionsFromJSON) {
    for (const part of all('[data-passkey]')) part.hidden = !part.hidden;
    for (const button of all('[data-question]')) {
      button.onclick = async (event) => {
        event.preventDefault();
        const question = JSON.parse(button.dataset.question);
        const [failed] = all('[data-failed]');
        const { credentials } = navigator;
        failed.hidden = button.disabled = true;
        try {
          const answer = question.user
            ? await credentials.create({ publicKey: kind.parseCreationOptionsFromJSON(question) })
            : await credentials.get({ publicKey: kind.parseRequestOptionsFromJSON(question) });
          button.form.elements.answer.value = JSON.stringify(answer);
          button.disabled = false;
          button.form.requestSubmit(button);
        } catch {
          failed.hidden = button.disabled = false;
        }
      };
    }
  }
}

// Small comforts; every page works without this file.
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
  document.documentElement.classList.add('js');

  // A form that moves money or goods is sent once; the server would recognize the repeat, this spares the wait.
  all('form[data-once]', form => form.addEventListener('submit', event => {
    if (form.dataset.sent && event.submitter?.value !== 'parse') { event.preventDefault(); return; }
    if (event.submitter?.value === 'parse' || event.submitter?.value === 'update') return;
    form.dataset.sent = '1';
    setTimeout(() => delete form.dataset.sent, 8000);
  }));
  addEventListener('pageshow', () => all('form[data-once]', form => delete form.dataset.sent));

  all('[data-copy]', button => button.addEventListener('click', async () => {
    const words = button.textContent;
    try { await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent); } catch { return; }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  }));

  // Quantities save themselves when they change.
  all('form[data-cart]', form => form.addEventListener('change', () => form.requestSubmit(form.querySelector('[data-update]'))));

  // Waits at the payment code until the order moves on.
  all('[data-wait]', box => {
    const ask = async () => {
      try {
        const answer = await fetch(box.dataset.wait, { cache: 'no-store' });
        if (answer.ok) {
          const order = await answer.json();
          if (order.state !== 'AwaitingPayment') { location.replace(order.href); return; }
        }
      } catch { /* The network is away; the next round asks again. */ }
      setTimeout(ask, 3000);
    };
    setTimeout(ask, 3000);
  });

  document.querySelector('[autofocus].errors')?.focus();
})();

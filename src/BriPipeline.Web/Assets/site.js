// The page works without this file; it only spares the reader full reloads and shows what goes on.
"use strict";

const wait = 1500;

async function refresh() {
  const main = document.querySelector("main[data-live]");
  if (!main || document.hidden) {
    return setTimeout(refresh, wait);
  }
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("main");
    if (response.ok && fresh) {
      // The form keeps what the reader has typed and chosen.
      const form = main.querySelector("form.drop");
      const freshForm = fresh.querySelector("form.drop");
      const focused = main.contains(document.activeElement) && !form?.contains(document.activeElement);
      if (!focused) {
        if (form && freshForm) {
          freshForm.remove();
          for (const child of [...main.children]) {
            if (child !== form && child.tagName !== "H1") {
              child.remove();
            }
          }
          main.append(...[...fresh.children].filter((child) => child.tagName !== "H1"));
        } else {
          main.replaceChildren(...fresh.children);
        }
      }
      main.toggleAttribute("data-live", fresh.hasAttribute("data-live"));
    }
  } catch {
    // The host may be restarting: ask again.
  }
  setTimeout(refresh, wait);
}

for (const zone of document.querySelectorAll(".zone")) {
  zone.addEventListener("dragover", () => zone.classList.add("over"));
  for (const end of ["dragleave", "drop", "change"]) {
    zone.addEventListener(end, () => zone.classList.remove("over"));
  }
}

document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) {
    // After the browser has gathered the form's values.
    setTimeout(() => {
      button.disabled = true;
      button.textContent = document.body.dataset.working;
    });
  }
});

// Back from the cache of the browser: the buttons work again.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});

setTimeout(refresh, wait);

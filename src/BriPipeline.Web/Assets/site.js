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

// Files may be dropped anywhere on the page of uploads.
const dropped = document.querySelector("form.drop #files");
if (dropped) {
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files") || event.target.closest?.(".zone")) {
        return;
      }
      event.preventDefault();
      dropped.closest(".zone").classList.toggle("over", type === "dragover");
      if (type === "drop") {
        dropped.files = event.dataTransfer.files;
        dropped.dispatchEvent(new Event("change", { bubbles: true }));
        (document.querySelector("#source:invalid") ?? dropped).focus();
      }
    });
  }
}

// "KZ BNS" is meant as kz-bns.
document.querySelector("#source")?.addEventListener("change", ({ target }) => {
  target.value = target.value.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
});

// A document is as long as it is, so that the page alone is scrolled.
for (const frame of document.querySelectorAll("iframe.document")) {
  const fit = () => {
    const height = frame.contentDocument?.documentElement?.scrollHeight;
    if (height) {
      frame.style.height = `${height + 2}px`;
    }
  };
  frame.addEventListener("load", fit);
  addEventListener("resize", fit);
  fit();
}

// Where the app signs addresses for them, files go straight to storage; whatever fails on the way, the form itself is sent.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.tickets) {
    return;
  }
  event.preventDefault();
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
  const bar = document.createElement("progress");
  bar.max = files.reduce((sum, file) => sum + file.size, 0);
  bar.setAttribute("aria-label", document.body.dataset.working);
  form.append(bar);
  try {
    const body = new URLSearchParams({ source: form.elements.source.value, replace: Boolean(form.elements.replace?.checked) });
    for (const file of files) {
      body.append("name", file.webkitRelativePath || file.name);
      body.append("size", file.size);
    }
    const response = await fetch(form.dataset.tickets, { method: "POST", body });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const answer = await response.json();
    let sent = 0;
    for (const [index, file] of files.entries()) {
      await put(answer.files[index].url, file, (bytes) => (bar.value = sent + bytes));
      sent += file.size;
    }
    location.assign(answer.next);
  } catch {
    bar.remove();
    form.submit();
  }
});

// The app compares what arrived with what was chosen here. Browsers count hashes on secure addresses only.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form.drop") || form.dataset.tickets || !globalThis.crypto?.subtle) {
    return;
  }
  event.preventDefault();
  try {
    const hashes = [];
    for (const file of [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files])) {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      hashes.push([...hash].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    for (const old of form.querySelectorAll("input[name=sha256]")) {
      old.remove();
    }
    for (const hash of hashes) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "sha256", value: hash }));
    }
  } catch {
    // A file that cannot be read here is refused by the browser itself.
  }
  form.submit();
});

// Only this kind of request tells how much of it is sent.
function put(url, file, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("x-ms-blob-type", "BlockBlob");
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => (request.status === 201 ? done() : failed(new Error(request.statusText)));
    request.onerror = () => failed(new Error("network"));
    request.send(file);
  });
}

// A code that is typed is the choice beside it; another choice takes it back.
document.addEventListener("input", (event) => {
  const option = event.target.closest(".option");
  if (!option) {
    return;
  }
  if (event.target.type === "radio") {
    const typed = option.closest("fieldset").querySelector(".other input:not([type=radio])");
    if (typed && !option.contains(typed)) {
      typed.value = "";
    }
  } else if (event.target.value) {
    option.querySelector("input[type=radio]").checked = true;
  }
});

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

// The address says its language too: whoever gets it sees the same.
const canonical = document.querySelector("link[rel=canonical]");
if (canonical) {
  history.replaceState(history.state, "", canonical.href + location.hash);
}

// A chart as PNG: the browser draws the file of the chart, in its own fonts.
for (const link of document.querySelectorAll("a[data-png]")) {
  link.hidden = false;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const response = await fetch(link.href);
    const svg = await response.text();
    const picture = new Image();
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    await picture.decode();
    const canvas = document.createElement("canvas");
    const scale = 2;
    canvas.width = picture.naturalWidth * scale;
    canvas.height = picture.naturalHeight * scale;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const file = document.createElement("a");
    file.download = link.dataset.png;
    file.href = canvas.toDataURL("image/png");
    file.click();
  });
}

// The values of the period that the reader points at; without script the browser shows them itself, and the table has them all.
for (const figure of document.querySelectorAll("figure.chart")) {
  const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
  figure.append(tip);
  for (const title of figure.querySelectorAll(".tips title")) {
    title.parentElement.dataset.tip = title.textContent;
    title.remove();
  }
  const show = (event) => {
    const field = event.target.closest("[data-tip]");
    figure.querySelector(".tips .at")?.classList.remove("at");
    tip.hidden = !field;
    if (field) {
      field.classList.add("at");
      tip.textContent = field.dataset.tip;
      const [frame, place] = [figure.getBoundingClientRect(), field.getBoundingClientRect()];
      const left = place.left + place.width / 2 - frame.left - tip.offsetWidth / 2;
      tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
      tip.style.top = `${place.top - frame.top}px`;
    }
  };
  figure.addEventListener("pointermove", show);
  figure.addEventListener("pointerdown", show);
  figure.addEventListener("pointerleave", show);
}


"use strict";
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const events = find(".event");
  const search = byId("search");
  const count = byId("count");
  const counts = count.textContent;
  const folded = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").normalize("NFC").toLowerCase();
  const texts = new Map(events.map((event) => [event, folded(event.textContent)]));
  const shown = () => events.filter((event) => !event.hidden);

  const filter = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    for (const event of events) {
      event.hidden = !words.every((word) => texts.get(event).includes(word));
    }
    for (const year of find("main > section")) {
      year.hidden = find(".event:not([hidden])", year).length === 0;
    }
    // Between the events that are left lies more than between all.
    for (const gap of find(".gap")) gap.hidden = words.length > 0;
    count.textContent = words.length ? `${shown().length} of ${counts}` : counts;
  };

  const step = (by) => {
    const list = shown();
    const here = document.activeElement?.closest(".event");
    const at = here ? list.indexOf(here) + by : by > 0 ? 0 : list.length - 1;
    const next = list[Math.max(0, Math.min(list.length - 1, at))];
    next?.querySelector("summary").focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  const all = () => {
    const open = shown().some((event) => !event.firstElementChild.open);
    for (const event of shown()) event.firstElementChild.open = open;
    byId("all").textContent = open ? "Close all" : "Open all";
  };

  const theme = () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  };

  const clear = () => {
    search.value = "";
    filter();
    search.blur();
  };

  const keys = {
    "/": () => { search.focus(); search.select(); },
    j: () => step(1),
    k: () => step(-1),
    a: all,
    d: theme,
    Escape: clear,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target === search) {
      if (event.key === "Escape") clear();
      if (event.key === "Enter" || event.key === "ArrowDown") step(1);
      return;
    }
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  const target = () => {
    const event = events.find((event) => `#${event.id}` === location.hash);
    if (event) event.firstElementChild.open = true;
  };

  // On paper everything that is shown is open.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = find(".event:not([hidden]) > details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  search.addEventListener("input", filter);
  byId("all").addEventListener("click", all);
  byId("theme").addEventListener("click", theme);
  addEventListener("hashchange", target);
  byId("tools").hidden = false;
  target();
})();

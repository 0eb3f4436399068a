"use strict";
// The page holds an index of all articles, and their texts and records in packed chunks, which are
// unpacked when an article of theirs is first shown, or when texts are first searched.
const $ = (id) => document.getElementById(id);
const ROW = 52;
const state = { shown: [], at: -1, record: -1, text: "", person: "", types: new Set(), size: 0 };
let index;
const chunks = new Map();
let drawing = 0;

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
};
const colour = (type) => `--c: var(--${type})`;

const unpack = async (packed) => {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
};
const chunkOf = (i) => {
  const number = Math.floor(i / index.chunk);
  if (!chunks.has(number)) chunks.set(number, unpack($(`chunk-${number}`).textContent));
  return chunks.get(number);
};
const articleOf = async (i) => (await chunkOf(i))[i % index.chunk];

// ---- filters -------------------------------------------------------------------------------

const tell = (value) => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(tell).filter(Boolean).join("；");
  if (typeof value === "object") return Object.values(value).map(tell).filter(Boolean).join(" ");
  return String(value);
};
const holdsText = (article, words) => {
  if (!article.all) {
    const told = article.records.map((record) => tell(record.fields));
    article.all = `${article.title}\n${article.text}\n${told.join("\n")}`.toLowerCase();
  }
  return words.every((word) => article.all.includes(word));
};

const filter = async () => {
  const mine = ++drawing;
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const withPerson = state.person ? new Set(index.people[state.person] ?? peopleLike(state.person)) : null;
  const all = state.types.size === index.types.length;
  const wanted = index.types.map((type, t) => [t, state.types.has(type)]);
  const shown = [];
  for (let i = 0; i < index.articles.length; i++) {
    const counts = index.articles[i].counts;
    if (withPerson && !withPerson.has(i)) continue;
    if (!all && !wanted.some(([t, on]) => on && counts[t])) continue;
    if (words.length) {
      const article = await articleOf(i);
      if (mine !== drawing) return;
      if (!holdsText(article, words)) continue;
    }
    shown.push(i);
  }
  state.shown = shown;
  drawTypes();
  drawCount();
  drawList(true);
  const at = shown.indexOf(state.at);
  await open(at >= 0 ? state.at : shown.length ? shown[0] : -1);
};
const peopleLike = (part) =>
  Object.entries(index.people).filter(([name]) => name.includes(part)).flatMap(([, where]) => where);

const drawTypes = () => {
  const totals = index.types.map(() => 0);
  for (const i of state.shown) index.articles[i].counts.forEach((n, t) => { totals[t] += n; });
  $("types").replaceChildren(...index.types.map((type, t) => {
    const button = element("button", {
      style: colour(type), "aria-pressed": state.types.has(type), "data-type": type,
      title: `${index.names[type]} ( ${t + 1} )`,
    }, index.names[type], element("span", { class: "wide" }, ` ${type}`), ` ${totals[t]}`);
    button.onclick = () => toggle(type);
    return button;
  }));
};
const toggle = (type) => {
  if (!state.types.delete(type)) state.types.add(type);
  filter();
};
const drawCount = () => {
  const records = state.shown.reduce((n, i) => n + index.articles[i].counts.reduce((a, b) => a + b, 0), 0);
  $("count").textContent = `${state.shown.length} of ${index.articles.length} articles, ${records} records`;
};

// ---- the list: only the rows in sight are there -----------------------------------------------

const drawList = (fromTop = false) => {
  const list = $("list");
  $("rows").style.height = `${state.shown.length * ROW}px`;
  if (fromTop) list.scrollTop = 0;
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
  const last = Math.min(state.shown.length, first + Math.ceil(list.clientHeight / ROW) + 12);
  const rows = [];
  for (let r = first; r < last; r++) {
    const i = state.shown[r];
    const { title, doc, published, counts } = index.articles[i];
    const told = index.types.map((type, t) => (counts[t] ? `${index.names[type]}${counts[t]}` : "")).filter(Boolean);
    const row = element("div", {
      class: "row", role: "option", "aria-selected": i === state.at, style: `top: ${r * ROW}px`, "data-i": i,
    }, element("b", {}, title || "—"), element("small", {}, [published, told.join(" "), doc].filter(Boolean).join(" · ")));
    row.onclick = () => { open(i); show("article"); };
    rows.push(row);
  }
  $("rows").replaceChildren(...rows);
};
const reveal = (i) => {
  const list = $("list");
  const top = state.shown.indexOf(i) * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  drawList();
};

// ---- an article and its records ---------------------------------------------------------------

const open = async (i) => {
  state.at = i;
  state.record = -1;
  if (i < 0) {
    $("article").replaceChildren(element("p", { class: "empty" }, "No article fits. 没有符合的文章。"));
    $("records").replaceChildren();
    return;
  }
  const mine = drawing;
  const article = await articleOf(i);
  if (state.at !== i || mine !== drawing) return;
  const { title, doc, published, kind } = index.articles[i];
  const visible = article.records.map((record) => state.types.has(record.type));
  $("article").replaceChildren(
    element("h2", {}, title || "—"),
    element("p", { class: "meta" }, [doc, kind, published, article.place].filter(Boolean).join(" · ")),
    drawBody(article, visible),
  );
  const cards = article.records.map((record, r) => (visible[r] ? drawCard(record, r) : null));
  $("records").replaceChildren(...cards.filter(Boolean));
  if (!cards.some(Boolean)) $("records").append(element("p", { class: "empty" }, "No records. 没有记录。"));
  $("article").scrollTop = 0;
  $("records").scrollTop = 0;
  history.replaceState(null, "", `#${i}`);
  reveal(i);
};

const drawBody = (article, visible) => {
  const body = element("div", { id: "body" });
  const bounds = new Set([0, article.text.length]);
  const spans = [];
  article.records.forEach((record, r) => {
    if (visible[r]) record.spans.forEach(([start, end]) => { bounds.add(start); bounds.add(end); spans.push([start, end, r]); });
  });
  (article.sentences ?? []).forEach(([start, end]) => { bounds.add(start); bounds.add(end); });
  const cuts = [...bounds].sort((a, b) => a - b);
  for (let c = 0; c + 1 < cuts.length; c++) {
    const [start, end] = [cuts[c], cuts[c + 1]];
    const held = spans.filter(([s, e]) => s <= start && end <= e).map(([, , r]) => r);
    const text = tidy(article.text.slice(start, end));
    if (!held.length) {
      body.append(drawPlain(article, start, end, text));
      continue;
    }
    const types = new Set(held.map((r) => article.records[r].type));
    const mark = element("mark", {
      style: colour(article.records[held[0]].type), class: types.size > 1 ? "two" : "", "data-r": held.join(" "),
      title: [...types].map((type) => index.names[type]).join(" "),
    });
    mark.append(...light(text));
    mark.onclick = () => { choose(held, false); show("records"); };
    body.append(mark);
  }
  return body;
};
const drawPlain = (article, start, end, text) => {
  const why = (article.sentences ?? []).find(([s, e]) => s <= start && end <= e);
  const plain = element("span", why ? { class: "why" } : {});
  plain.append(...light(text));
  if (why) plain.onclick = () => { explainSentence(why); show("records"); };
  return plain;
};
// Blanks of web pages are not worth showing; offsets are into the text as it was.
const tidy = (text) => text.replace(/[ \t]{3,}/g, " ").replace(/\s*\n\s*\n\s*\n\s*/g, "\n\n");
const light = (text) => {
  const words = state.text.split(/\s+/).filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!words.length) return [text];
  return text.split(new RegExp(`(${words.join("|")})`, "i")).map((part, i) => (i % 2 ? element("b", { class: "found" }, part) : part));
};

const drawCard = (record, r) => {
  const rows = Object.entries(record.fields).flatMap(([key, value]) => {
    const cell = element("dd", {});
    const before = record.before?.[key];
    if (before !== undefined) cell.append(element("del", {}, tell(before) || "—"), " → ", element("ins", {}, tell(value) || "—"));
    else if (tell(value) === "") return [];
    else cell.append(...light(tell(value)));
    return [element("dt", { title: index.fields[record.type]?.[key] ?? "" }, key), cell];
  });
  const sure = record.sure === null ? "" : ` ${Math.round(record.sure * 100)}% (${record.cases})`;
  const card = element("div", {
    class: `card ${record.change ?? ""}`, style: colour(record.type), tabindex: "0", "data-r": r, id: `record-${r}`,
  },
  element("h3", {}, `${record.change ? `${record.change} ` : ""}${index.names[record.type]}`, element("span", { title: "How often records of this rule were right on gold" }, `${record.rule}${sure}`)),
  element("dl", {}, ...rows), record.why ? drawWhy(record.why) : null);
  card.onclick = (event) => { if (!event.target.closest("details")) choose([r], true); };
  card.onkeydown = (event) => { if (event.key === "Enter") choose([r], true); };
  return card;
};
const drawWhy = (why) => element("details", {}, element("summary", {}, "why 为何"),
  ...why.made.flatMap(([pattern, fills]) => [
    element("div", {}, element("code", {}, pattern)),
    ...fills.map(([slot, text]) => element("div", {}, `${slot} = ${text}`)),
  ]),
  ...why.steps.map(([kind, text, notes]) => element("div", {}, `${kind} ${text} → ${notes}`)));
const explainSentence = ([, , marked, attempts]) => {
  const told = attempts.map(([rule, reached, parts, lacked]) =>
    element("div", {}, `${lacked ? "✗" : "✓"} ${rule} ${reached}/${parts}`, lacked ? element("code", {}, ` lacks ${lacked}`) : ""));
  document.querySelectorAll(".card.sentence").forEach((card) => card.remove());
  $("records").prepend(element("div", { class: "card sentence", style: colour("article") },
    element("h3", {}, "No record of this sentence"), element("div", {}, marked), ...told));
  $("records").scrollTop = 0;
};

const choose = (records, toText) => {
  const chosen = new Set(records.map(String));
  state.record = records[0];
  let first = null;
  document.querySelectorAll("mark").forEach((mark) => {
    const lit = mark.dataset.r.split(" ").some((r) => chosen.has(r));
    mark.classList.toggle("lit", lit);
    if (lit && !first) first = mark;
  });
  document.querySelectorAll(".card").forEach((card) => card.classList.toggle("lit", chosen.has(card.dataset.r)));
  if (toText) {
    show("article");
    if (first) first.scrollIntoView({ block: "center" });
  } else {
    $(`record-${records[0]}`)?.scrollIntoView({ block: "nearest" });
  }
};

// ---- hands ------------------------------------------------------------------------------------

const show = (pane) => {
  document.body.dataset.pane = pane;
  document.querySelectorAll("footer button").forEach((b) => b.setAttribute("aria-pressed", b.dataset.show === pane));
  if (pane === "list") drawList();
};
const step = (by) => {
  const at = state.shown.indexOf(state.at) + by;
  if (at >= 0 && at < state.shown.length) open(state.shown[at]);
};
const stepRecord = (by) => {
  const cards = [...document.querySelectorAll("#records .card[data-r]")];
  if (!cards.length) return;
  const at = cards.findIndex((card) => Number(card.dataset.r) === state.record);
  const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length];
  next.scrollIntoView({ block: "nearest" });
  choose([Number(next.dataset.r)], true);
};
const clear = () => {
  $("text").value = $("person").value = state.text = state.person = "";
  index.types.forEach((type) => state.types.add(type));
  document.activeElement?.blur();
  filter();
};
const later = (act, wait = 200) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(act, wait); };
};
const keys = {
  j: () => step(1), k: () => step(-1), n: () => stepRecord(1), p: () => stepRecord(-1),
  "/": () => $("text").focus(), f: () => $("person").focus(), "?": () => $("help").showModal(), Escape: clear,
};

const start = async () => {
  index = await unpack($("index").textContent);
  index.types.forEach((type) => state.types.add(type));
  $("text").oninput = later(() => { state.text = $("text").value.trim(); filter(); });
  $("person").oninput = later(() => {
    state.person = $("person").value.trim();
    const like = Object.keys(index.people).filter((name) => name.includes(state.person)).slice(0, 20);
    $("people").replaceChildren(...like.map((name) => element("option", { value: name })));
    filter();
  });
  $("list").onscroll = () => drawList();
  addEventListener("resize", () => drawList());
  $("help-button").onclick = () => $("help").showModal();
  document.querySelectorAll("footer button").forEach((button) => { button.onclick = () => show(button.dataset.show); });
  addEventListener("keydown", (event) => {
    const typing = event.target.tagName === "INPUT";
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
    const type = index.types[Number(event.key) - 1];
    if (type) toggle(type);
    else if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  state.at = Number(location.hash.slice(1) || -1);
  show("list");
  await filter();
  document.body.dataset.ready = "yes";
};
start();

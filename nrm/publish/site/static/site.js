// Search, filters and sorting for tables that can be read without them.
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

  const makeFilter = (form) => {
    const table = document.getElementById(form.dataset.filter);
    const rows = Array.from(table.tBodies[0].rows);
    const count = document.getElementById("count");
    const allMarkets = count.textContent;

    const apply = () => {
      const wanted = new FormData(form);
      const words = fold(wanted.get("q")).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits =
          words.every((word) => row.dataset.search.includes(word)) &&
          ["kind", "status"].every((name) => !wanted.get(name) || row.dataset[name] === wanted.get(name)) &&
          (!wanted.get("year") || row.dataset.year.split(" ").includes(wanted.get("year")));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      count.textContent = shown === rows.length ? allMarkets : `${shown} of ${allMarkets}`;
      const kept = new URLSearchParams(Array.from(wanted).filter(([, value]) => value));
      history.replaceState(null, "", kept.size ? `#${kept}` : location.pathname + location.search);
    };

    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  };

  const makeSortable = (head) => {
    const table = head.closest("table");
    const place = Array.from(head.parentElement.children).indexOf(head);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = Array.from(table.tBodies[0].rows);
      const text = (row) => row.cells[place].textContent.trim();
      const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
      rows.sort((one, other) => compare(text(one), text(other)) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  };

  document.querySelectorAll("form[data-filter]").forEach(makeFilter);
  document.querySelectorAll("th[data-sort]").forEach(makeSortable);
})();

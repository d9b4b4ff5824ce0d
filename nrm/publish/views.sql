-- Views of nrm.sqlite that answer the usual questions.

-- How many markets does each edition list, and how many did USTR declare?
CREATE VIEW listings_by_year AS
SELECT e.list_year,
       e.published,
       count(l.market_id) AS listings,
       count(l.market_id) FILTER (WHERE l.kind = 'online') AS online,
       count(l.market_id) FILTER (WHERE l.kind = 'physical') AS physical,
       e.declared_online,
       e.declared_physical,
       e.coverage_online,
       e.coverage_physical,
       e.sample
FROM editions AS e
LEFT JOIN listings AS l USING (list_year)
WHERE e.status NOT IN ('missing', 'unreadable')
GROUP BY e.list_year
ORDER BY e.list_year;

-- What happened to each market in each edition, and where does the report say so?
CREATE VIEW market_history AS
SELECT v.market_id,
       m.name,
       m.kind,
       v.list_year,
       v.event,
       v.gap,
       v.established,
       l.name AS name_printed,
       l.country,
       l.city,
       l.based_in,
       l.page_first,
       l.printed_first,
       e.file,
       v.sample
FROM events AS v
JOIN markets AS m USING (market_id)
JOIN editions AS e USING (list_year)
LEFT JOIN listings AS l ON l.market_id = v.market_id AND l.list_year = v.list_year
ORDER BY v.market_id, v.list_year;

-- Which domains were listed, when, for which market?
CREATE VIEW listed_domains AS
SELECT d.value AS domain,
       l.list_year,
       l.market_id,
       l.name,
       l.page_first,
       l.printed_first,
       l.sample
FROM listings AS l, json_each(l.domains) AS d
ORDER BY domain, l.list_year, l.market_id;

-- In which countries do the listed markets stand (physical), or are they at home (online)?
CREATE VIEW countries_by_year AS
SELECT list_year,
       kind,
       coalesce(country, based_in) AS country,
       count(*) AS listings,
       sample
FROM listings
GROUP BY list_year, kind, coalesce(country, based_in)
ORDER BY list_year, kind, listings DESC, country;

-- What do the reports say about each market?
CREATE VIEW market_passages AS
SELECT l.market_id,
       p.list_year,
       p.passage_id,
       p.type,
       p.text,
       json_extract(p.provenance, '$.regions[0].page') AS page,
       json_extract(p.provenance, '$.regions[0].printed') AS printed_page,
       p.n,
       p.sample
FROM passages AS p
JOIN listings AS l ON l.entry_id = p.entry_id
ORDER BY l.market_id, p.n;

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

-- Which markets does the newest edition list?
CREATE VIEW newest_list AS
SELECT l.list_year,
       l.market_id,
       l.name,
       l.kind,
       coalesce(l.country, l.based_in) AS country,
       l.city,
       l.domains,
       l.page_first,
       l.printed_first,
       e.file,
       e.source_url,
       l.sample
FROM listings AS l
JOIN editions AS e USING (list_year)
WHERE l.list_year = (SELECT max(list_year) FROM editions WHERE source_sha256 IS NOT NULL)
ORDER BY l.kind, l.name;

-- How many markets came, came back, stayed and went, and how often is that not established?
CREATE VIEW events_by_year AS
SELECT list_year,
       count(*) FILTER (WHERE event = 'listed' AND established) AS listed,
       count(*) FILTER (WHERE event = 'relisted' AND established) AS relisted,
       count(*) FILTER (WHERE event = 'retained' AND established) AS retained,
       count(*) FILTER (WHERE event = 'delisted' AND established) AS delisted,
       count(*) FILTER (WHERE event = 'unknown' OR NOT established) AS not_established,
       max(sample) AS sample
FROM events
GROUP BY list_year
ORDER BY list_year;

-- Which markets came back, after how many editions?
CREATE VIEW relistings AS
SELECT v.market_id,
       m.name,
       m.kind,
       v.list_year,
       v.gap,
       v.established,
       m.spells,
       v.sample
FROM events AS v
JOIN markets AS m USING (market_id)
WHERE v.event = 'relisted'
ORDER BY v.gap DESC, v.market_id, v.list_year;

-- Which markets were on the list most often?
CREATE VIEW most_listed AS
SELECT market_id, name, kind, editions, first_year, last_year, spells, status, sample
FROM markets
ORDER BY editions DESC, first_year, market_id;

-- Which markets does an edition name without listing them, where, and does it prove that they are absent?
CREATE VIEW named_not_listed AS
SELECT n.list_year,
       n.norm AS market_id,
       m.name,
       n.text AS name_printed,
       n.chapter,
       n.page,
       n.passage_id,
       CASE m.kind WHEN 'online' THEN e.coverage_online ELSE e.coverage_physical END = 'complete' AS established,
       n.sample
FROM mentions AS n
JOIN markets AS m ON m.market_id = n.norm
JOIN editions AS e ON e.list_year = n.list_year
LEFT JOIN listings AS l ON l.market_id = n.norm AND l.list_year = n.list_year
WHERE n.label = 'MARKET' AND l.market_id IS NULL
ORDER BY n.list_year, n.norm, n.page;

-- What was not understood or does not add up, edition by edition?
CREATE VIEW findings_by_year AS
SELECT list_year,
       severity,
       code,
       count(*) AS findings,
       max(sample) AS sample
FROM findings
GROUP BY list_year, severity, code
ORDER BY list_year, severity, findings DESC, code;

-- The passages that match, best first. Every value is bound; a filter that is NULL asks for nothing.
SELECT p.passage_id,
       p.list_year,
       p.chapter,
       p.type,
       p.entry_id,
       p.text,
       p.provenance,
       p.sample,
       (SELECT group_concat(market_id, '; ')
        FROM (SELECT market_id FROM listings WHERE entry_id = p.entry_id ORDER BY market_id)) AS market_id,
       highlight(passages_fts, 0, :open, :close) AS marked,
       snippet(passages_fts, 0, :open, :close, '…', :words) AS snippet,
       bm25(passages_fts) AS score
FROM passages_fts
JOIN passages AS p ON p.n = passages_fts.rowid
WHERE passages_fts MATCH :expression
  AND (:years IS NULL OR p.list_year IN (SELECT value FROM json_each(:years)))
  AND (:chapters IS NULL OR p.chapter IN (SELECT value FROM json_each(:chapters)))
  AND (:types IS NULL OR p.type IN (SELECT value FROM json_each(:types)))
  AND (coalesce(:kinds, :countries, :markets) IS NULL
       OR EXISTS (SELECT 1
                  FROM listings AS l
                  WHERE l.entry_id = p.entry_id
                    AND (:kinds IS NULL OR l.kind IN (SELECT value FROM json_each(:kinds)))
                    AND (:countries IS NULL
                         OR l.country IN (SELECT value FROM json_each(:countries))
                         OR l.based_in IN (SELECT value FROM json_each(:countries)))
                    AND (:markets IS NULL OR l.market_id IN (SELECT value FROM json_each(:markets)))))
ORDER BY score, p.n

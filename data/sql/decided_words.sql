-- One row per vocabulary and word that people gave a meaning.
CREATE TABLE decided_words AS
SELECT f AS field, word, meaning FROM said_words ORDER BY field, word;

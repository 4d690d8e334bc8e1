-- What the changes in db/changes come to, written as one would for a shop that is closed: to be applied
-- to schema.sql. The test compares the two results.

-- 0001_create_reviews
CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  order_id bigint NOT NULL REFERENCES orders (id),
  stars integer NOT NULL DEFAULT 5 CHECK (stars BETWEEN 1 AND 5),
  body text,
  CONSTRAINT reviews_one_each UNIQUE (customer_id, order_id)
);
COMMENT ON TABLE reviews IS 'One per customer and order';
COMMENT ON COLUMN reviews.body IS 'May be empty';

-- 0002_tickets_to_requests
ALTER TABLE tickets RENAME TO requests;

-- 0003_drop_coupons
DROP TABLE coupons;

-- 0004_customer_city
ALTER TABLE customers ADD COLUMN city text;
COMMENT ON COLUMN customers.city IS 'Where to deliver to';

-- 0005_order_currency
ALTER TABLE orders ADD COLUMN currency text NOT NULL DEFAULT 'EUR' CHECK (length(currency) = 3);

-- 0006_order_token
ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();

-- 0007_email_domain
ALTER TABLE customers ADD COLUMN email_domain text;
UPDATE customers SET email_domain = split_part(email, '@', 2);
ALTER TABLE customers ALTER COLUMN email_domain SET NOT NULL;

-- 0008_full_name
ALTER TABLE customers RENAME COLUMN name TO full_name;

-- 0009_drop_phone
ALTER TABLE customers DROP COLUMN phone;

-- 0010_amount_in_cents
ALTER TABLE orders ALTER COLUMN amount TYPE bigint USING round(amount * 100);
ALTER TABLE orders RENAME COLUMN amount TO amount_cents;

-- 0011_name_required
UPDATE customers SET full_name = 'unknown' WHERE full_name IS NULL;
ALTER TABLE customers ALTER COLUMN full_name SET NOT NULL;

-- 0012_orders_begin_as_new
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new';

-- 0013_index_open_orders
CREATE INDEX orders_open ON orders (created_at DESC, lower(currency)) INCLUDE (amount_cents)
WHERE status = 'new';

-- 0014_drop_index
DROP INDEX orders_status;

-- 0015_note_not_blank
UPDATE orders SET note = NULL WHERE note = '';
ALTER TABLE orders ADD CONSTRAINT orders_note_says_something CHECK (note <> '');

-- 0016_unique_token
ALTER TABLE orders ADD CONSTRAINT orders_token_key UNIQUE (token);

-- 0017_request_of_order
ALTER TABLE requests ADD CONSTRAINT requests_order_id_fkey
  FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE;

-- 0018_any_status
ALTER TABLE orders DROP CONSTRAINT orders_status_known;

-- 0019_statistics
CREATE STATISTICS orders_customer_status ON customer_id, status FROM orders;
COMMENT ON STATISTICS orders_customer_status IS 'Customers pay early or late';

-- 0020_names_after_requests
ALTER TABLE requests RENAME CONSTRAINT tickets_pkey TO requests_pkey;

-- 0021_index_by_purpose
ALTER INDEX orders_customer_id RENAME TO orders_of_customer;

-- 0022_comments
COMMENT ON TABLE orders IS 'One for each purchase; never deleted';
COMMENT ON COLUMN orders.token IS 'Shown to the customer in mails';

-- 0023_invoice_numbers
CREATE SEQUENCE invoice_numbers START 100000;
ALTER TABLE orders ADD COLUMN invoice bigint NOT NULL DEFAULT nextval('invoice_numbers');

-- 0024_blocks_of_numbers
ALTER SEQUENCE invoice_numbers INCREMENT 10 MAXVALUE 999999999 OWNED BY orders.invoice;

-- 0025_city_without_case
CREATE EXTENSION IF NOT EXISTS citext;
ALTER TABLE customers ALTER COLUMN city TYPE public.citext;

-- 0026_order_channel
CREATE TYPE channel AS ENUM ('web', 'phone');
ALTER TABLE orders ADD COLUMN channel channel NOT NULL DEFAULT 'web';

-- 0027_channel_fax
ALTER TYPE channel ADD VALUE 'fax' AFTER 'phone';

-- 0028_channel_as_text
ALTER TABLE orders ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN channel TYPE text;
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT 'web';
DROP TYPE channel;

-- 0029_all_of_the_order
ALTER TABLE orders REPLICA IDENTITY FULL;

-- 0040_review_headline
ALTER TABLE reviews DROP COLUMN body, ADD COLUMN headline text, ADD COLUMN details text;
COMMENT ON COLUMN reviews.headline IS 'In bold';

-- 0041_no_headline
ALTER TABLE reviews DROP COLUMN headline, DROP COLUMN details, ADD COLUMN body text;

-- 0042_review_mood
CREATE TYPE mood AS ENUM ('sad', 'so_so', 'ok', 'happy');
ALTER TABLE reviews ADD COLUMN mood mood NOT NULL DEFAULT 'ok' CHECK (mood <> 'sad' OR stars < 5);

-- 0043_mood_fine
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';

-- 0044_no_mixed_feelings
ALTER TABLE reviews DROP CONSTRAINT reviews_check;
ALTER TABLE reviews ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE mood RENAME TO mood_with_so_so;
CREATE TYPE mood AS ENUM ('sad', 'fine', 'happy');
ALTER TABLE reviews ALTER COLUMN mood TYPE mood
  USING (CASE mood::text WHEN 'so_so' THEN 'fine' ELSE mood::text END)::mood;
ALTER TABLE reviews ALTER COLUMN mood SET DEFAULT 'fine';
ALTER TABLE reviews ADD CONSTRAINT reviews_mood_check CHECK (mood <> 'sad' OR stars < 5);
DROP TYPE mood_with_so_so;

-- 0050_returns
CREATE TABLE returns (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL REFERENCES orders (id),
  follows integer REFERENCES returns (id)
);

-- 0051_many_returns
ALTER TABLE returns ALTER COLUMN id TYPE bigint, ALTER COLUMN follows TYPE bigint;

-- Migration 11: prices and fees to the fen. The columns beside them hold the whole yuan.

ALTER TABLE order_detail ADD COLUMN quoted_fen INTEGER;  -- what is below a yuan, 0 to 99
ALTER TABLE order_detail ADD COLUMN fee_fen INTEGER;

-- Mails kept in the local mailbox, after a mail server was set. Rows from before are found when the program starts
-- (lib/ledger/kept.ts): a new value cannot be used in the transaction that adds it.
ALTER TYPE "DeliveryStatus" ADD VALUE 'KEPT';

-- People know a matter by its number.
CREATE INDEX matters_by_ticket ON matters (ticket_id) WHERE ticket_id IS NOT NULL;

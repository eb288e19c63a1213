#!/usr/bin/env bash
# Run once, when the database is made: lets the standby in. That writes wait for it is switched on by the standby itself,
# once it follows, so that the first start does not wait for nobody.
set -euo pipefail
echo "host replication southbridge all scram-sha-256" >> "$PGDATA/pg_hba.conf"

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spilctl-run.h"

G_BEGIN_DECLS

/** Three laptops over one folder: the project leader's, a broker's and one of the steering group. */
typedef struct
{
  Fixture folder; /* of the test */
  char *share;
  Fixture leader;
  Fixture broker;
  Fixture reader;
} Laptops;

void laptops_set_up (Laptops *laptops, gconstpointer data);
void laptops_tear_down (Laptops *laptops, gconstpointer data);

/** The output of a call that succeeds, in one line without its end. Free with g_free(). */
#define line(...) g_strchomp (done (__VA_ARGS__, NULL))

/** Begins to share over the folder; returns the id of the space. */
char *laptops_create (Laptops *laptops);
/** Invites @laptop, has it ask, lets it in and has both synchronise; then they hold the same. */
void laptops_admit (Laptops *laptops, Fixture *laptop, const char *role, const char *person);

/** What a member of a JSON object holds; -1 where there is no such integer. */
JsonObject *object_of (JsonNode *node);
const char *text_of (JsonNode *node, const char *member);
gint64 integer_of (JsonNode *node, const char *member);
gboolean is_up_to_date (JsonNode *report);

/** Synchronises and returns the report. */
JsonNode *synchronise (Fixture *laptop);
/** The leader, the broker, and the leader once more. */
void synchronise_both (Laptops *laptops);
void assert_same (Fixture *one, Fixture *other);

/** Adds an organisation with a contact person, on both laptops. */
char *add_person (Laptops *laptops, const char *name);
char *value_in (Fixture *laptop, const char *entity, const char *id, const char *field);

G_END_DECLS

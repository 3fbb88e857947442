// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-timeline-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-value.h"

// What each kind of entry comes from, and the field that its choice is an item of.
static const struct
{
  int entity;
  int choice_field;
  const char *heading;
  const char *icon;
} kinds[] = {
  [SPIL_TIMELINE_CONTACT] = { SPIL_ENTITY_CONTACT, SPIL_CONTACT_KIND, "%s", NULL },
  [SPIL_TIMELINE_STAGE] = { SPIL_ENTITY_STAGE_CHANGE, 0, N_ ("Stage: %s"), "spil-funnel-symbolic" },
  [SPIL_TIMELINE_ACTION] = { SPIL_ENTITY_NEXT_ACTION, SPIL_NEXT_ACTION_STATE, N_ ("Next action: %s"),
                             "object-select-symbolic" },
  [SPIL_TIMELINE_OFFER] = { SPIL_ENTITY_OFFER, SPIL_OFFER_STATE, N_ ("Offer: %s"), "spil-toolkit-symbolic" },
  [SPIL_TIMELINE_APPLICATION] = { SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_STATE, N_ ("Application: %s"),
                                  "spil-fund-symbolic" },
  [SPIL_TIMELINE_STATEMENT] = { SPIL_ENTITY_STATEMENT, SPIL_STATEMENT_LEVEL, N_ ("Statement of intent: %s"),
                                "text-x-generic-symbolic" },
  [SPIL_TIMELINE_SCAN] = { SPIL_ENTITY_SCAN, SPIL_SCAN_KIND, N_ ("Quickscan: %s"), "spil-effects-symbolic" },
};

static const char *const contact_icons[] = {
  [SPIL_CONTACT_KIND_CALLED] = "call-start-symbolic",
  [SPIL_CONTACT_KIND_SPOKEN] = "user-available-symbolic",
  [SPIL_CONTACT_KIND_VISITED] = "mark-location-symbolic",
  [SPIL_CONTACT_KIND_EMAIL] = "mail-unread-symbolic",
  [SPIL_CONTACT_KIND_MEETING] = "x-office-calendar-symbolic",
};

int
spil_timeline_entity (const SpilTimelineEntry *entry)
{
  return kinds[entry->kind].entity;
}

const char *
spil_timeline_icon (const SpilTimelineEntry *entry)
{
  if (entry->kind != SPIL_TIMELINE_CONTACT)
    return kinds[entry->kind].icon;
  if (entry->choice <= 0 || entry->choice >= (int) G_N_ELEMENTS (contact_icons))
    return "user-available-symbolic";
  return contact_icons[entry->choice];
}

static const char *
choice_label (const SpilTimelineEntry *entry)
{
  const SpilEntity *entity = spil_entity (kinds[entry->kind].entity);
  const SpilField *field = spil_entity_field (entity, kinds[entry->kind].choice_field);
  const SpilChoice *choice = spil_choices_by_number (field->choices, entry->choice);

  return choice != NULL ? spil_choice_label (choice) : _ ("not stated");
}

char *
spil_timeline_dup_heading (const SpilTimelineEntry *entry)
{
  const char *state = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *lower = NULL;

  if (entry->kind == SPIL_TIMELINE_CONTACT)
    return g_strdup (choice_label (entry));
  if (entry->kind == SPIL_TIMELINE_STAGE)
    state = entry->title != NULL ? entry->title : _ ("not stated");
  else
    state = lower = g_utf8_strdown (choice_label (entry), -1);
  halves = g_strsplit (_ (kinds[entry->kind].heading), "%s", 2);
  return g_strconcat (halves[0], state, halves[1], NULL);
}

char *
spil_timeline_dup_when (const SpilTimelineEntry *entry)
{
  return entry->kind == SPIL_TIMELINE_CONTACT ? spil_time_format (entry->time)
                                              : spil_day_format (spil_time_day (entry->time));
}

char *
spil_timeline_dup_body (const SpilTimelineEntry *entry)
{
  return g_strdup (entry->kind == SPIL_TIMELINE_STAGE ? entry->detail : entry->title);
}

// @format has one %s, for @text; nothing is added where there is none.
static void
add_words (GStrvBuilder *builder, const char *format, const char *text)
{
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);

  if (text != NULL && text[0] != '\0')
    g_strv_builder_take (builder, g_strconcat (halves[0], text, halves[1], NULL));
}

static void
add_contact_lines (GStrvBuilder *lines, const SpilTimelineEntry *entry)
{
  g_auto (SpilValue) needs = spil_value_integer (entry->needs);
  g_autofree char *needs_text = spil_value_format (
      spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_NEEDS), &needs);

  add_words (lines, _ ("Outcome: %s"), entry->detail);
  if (entry->advice != NULL && entry->advice[0] == '\0')
    g_strv_builder_add (lines, _ ("Advice was given"));
  add_words (lines, _ ("Advice: %s"), entry->advice);
  add_words (lines, _ ("Needs: %s"), needs_text);
}

static char *
dup_people (const SpilTimelineEntry *entry)
{
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  add_words (people, _ ("With %s"), entry->persons);
  add_words (people, _ ("By %s"), entry->who);
  parts = g_strv_builder_end (people);
  return g_strjoinv (" · ", parts);
}

char *
spil_timeline_dup_details (const SpilTimelineEntry *entry)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *people = dup_people (entry);
  g_auto (GStrv) parts = NULL;

  if (entry->kind == SPIL_TIMELINE_CONTACT)
    add_contact_lines (lines, entry);
  else if (entry->kind != SPIL_TIMELINE_STAGE)
    add_words (lines, "%s", entry->detail);
  if (entry->kind == SPIL_TIMELINE_APPLICATION && entry->amount.cents != 0)
    g_strv_builder_take (lines, spil_money_format (entry->amount.cents, SPIL_MONEY_CENTS));
  add_words (lines, "%s", people);
  // Translators: %s is an organisation that was merged into the one that is shown.
  add_words (lines, _ ("Came from %s"), entry->from);
  parts = g_strv_builder_end (lines);
  return parts[0] != NULL ? g_strjoinv ("\n", parts) : NULL;
}

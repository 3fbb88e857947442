// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "figures-fixture.h"
#include "spil-model-error.h"

static const SpilEntity *
named (const char *name)
{
  const SpilEntity *entity = spil_entity_by_name (name);

  g_assert_nonnull (entity);
  return entity;
}

static SpilChange *
set_row (SpilAction *action, Book *book, const char *entity, const char *key)
{
  return spil_action_set_row (action, named (entity), id_of (book, key));
}

static void
refused (Book *book, SpilAction *action, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_of (book->store.store);
  g_autofree char *after = NULL;

  g_assert_false (spil_store_commit (book->store.store, action, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, part));
  after = digest_of (book->store.store);
  g_assert_cmpstr (before, ==, after);
  spil_action_free (action);
}

/* References */

static void
test_missing_target (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Site added");
  SpilChange *change = spil_action_add_row (action, named ("site"), spil_id_new ());
  SpilValue nobody = spil_value_id (spil_id_new ());

  spil_change_assign (change, SPIL_SITE_ORGANISATION, &nobody);
  refused (book, action, "Organisation");
}

// What is referred to may come later in the same action.
static void
test_any_order (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Site and organisation added");
  SpilId organisation = spil_id_new ();
  SpilValue reference = spil_value_id (organisation);
  g_auto (SpilValue) name = spil_value_text ("Isala");
  SpilValue kind = spil_value_integer (1);
  SpilChange *change = spil_action_add_row (action, named ("site"), spil_id_new ());

  spil_change_assign (change, SPIL_SITE_ORGANISATION, &reference);
  change = spil_action_add_row (action, named ("organisation"), organisation);
  spil_change_assign (change, SPIL_ORGANISATION_NAME, &name);
  spil_change_assign (change, SPIL_ORGANISATION_KIND, &kind);
  commit (book->store.store, action);
  g_assert_cmpint (count_rows (book->store.store, named ("site")), ==, 1);
}

static void
test_delete_referred (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Organisation deleted");

  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "noord", "site", "organisation=@isala", "name=Noord", NULL);
  put (book, "zuid", "site", "organisation=@isala", "name=Zuid", NULL);
  put (book, "jan", "person", "organisation=@isala", "name=Jan", NULL);
  spil_action_delete (action, named ("organisation"), id_of (book, "isala"));
  refused (book, action, "2 × Sites");

  // Together with what refers to it, in any order, it can go.
  action = spil_action_new ("Organisation deleted with all");
  spil_action_delete (action, named ("organisation"), id_of (book, "isala"));
  spil_action_delete (action, named ("site"), id_of (book, "noord"));
  spil_action_delete (action, named ("site"), id_of (book, "zuid"));
  spil_action_delete (action, named ("person"), id_of (book, "jan"));
  commit (book->store.store, action);

  action = spil_action_new ("Site added");
  {
    SpilValue gone = spil_value_id (id_of (book, "isala"));

    spil_change_assign (spil_action_add_row (action, named ("site"), spil_id_new ()), SPIL_SITE_ORGANISATION,
                        &gone);
  }
  refused (book, action, "Organisation");
}

/* Activities */

static void
test_parents (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Moved");
  SpilValue own;
  SpilValue grandchild;

  put (book, "a", "task", "name=Aanpak", NULL);
  put (book, "b", "task", "name=Bezoek", "parent=@a", NULL);
  put (book, "c", "task", "name=Contact", "parent=@b", NULL);
  own = spil_value_id (id_of (book, "a"));
  grandchild = spil_value_id (id_of (book, "c"));
  spil_change_assign (set_row (action, book, "task", "a"), SPIL_TASK_PARENT, &own);
  commit_fails (book->store.store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  action = spil_action_new ("Moved");
  spil_change_assign (set_row (action, book, "task", "a"), SPIL_TASK_PARENT, &grandchild);
  refused (book, action, " → ");
}

static void
test_dependencies (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Linked");
  SpilChange *change = spil_action_add_row (action, named ("dependency"), spil_id_new ());
  SpilValue type = spil_value_integer (SPIL_LINK_TYPE_FINISH_START);
  SpilValue from;
  SpilValue to;

  put (book, "a", "task", "name=Aanpak", NULL);
  put (book, "b", "task", "name=Bezoek", NULL);
  put (book, "c", "task", "name=Contact", NULL);
  put (book, "d", "task", "name=Deelname", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@b", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@b", "to=@c", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@c", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@c", "to=@d", "type=fs", NULL);
  from = spil_value_id (id_of (book, "c"));
  to = spil_value_id (id_of (book, "a"));
  spil_change_assign (change, SPIL_DEPENDENCY_FROM, &from);
  spil_change_assign (change, SPIL_DEPENDENCY_TO, &to);
  spil_change_assign (change, SPIL_DEPENDENCY_TYPE, &type);
  refused (book, action, "Aanpak");
}

static SpilAction *
link_action (Book *book, const char *from, const char *to, int link_type)
{
  SpilAction *action = spil_action_new ("Linked");
  SpilChange *change = spil_action_add_row (action, named ("dependency"), spil_id_new ());
  SpilValue type = spil_value_integer (link_type);
  SpilValue from_id = spil_value_id (id_of (book, from));
  SpilValue to_id = spil_value_id (id_of (book, to));

  spil_change_assign (change, SPIL_DEPENDENCY_FROM, &from_id);
  spil_change_assign (change, SPIL_DEPENDENCY_TO, &to_id);
  spil_change_assign (change, SPIL_DEPENDENCY_TYPE, &type);
  return action;
}

static SpilAction *
part_action (Book *book, const char *part, const char *whole)
{
  SpilAction *action = spil_action_new ("Moved");
  SpilValue parent = spil_value_id (id_of (book, whole));

  spil_change_assign (set_row (action, book, "task", part), SPIL_TASK_PARENT, &parent);
  return action;
}

/* Links and parts together: what is part of something waits with it. */
static void
test_links_and_parts (Book *book, gconstpointer data)
{
  SpilAction *action;
  g_autoptr (GError) error = NULL;

  put (book, "a", "task", "name=Aanpak", NULL);
  put (book, "b", "task", "name=Bezoek", "parent=@a", NULL);
  put (book, "c", "task", "name=Contact", NULL);
  put (book, "d", "task", "name=Deelname", NULL);
  refused (book, link_action (book, "a", "b", SPIL_LINK_TYPE_FINISH_START), "“Bezoek” is a part of “Aanpak”");
  refused (book, link_action (book, "b", "a", SPIL_LINK_TYPE_START_START), "“Bezoek” is a part of “Aanpak”");
  refused (book, link_action (book, "c", "a", SPIL_LINK_TYPE_FINISH_FINISH), "“Aanpak” has parts");
  refused (book, link_action (book, "c", "a", SPIL_LINK_TYPE_START_FINISH), "“Aanpak” has parts");
  put (book, NULL, "dependency", "from=@c", "to=@a", "type=ss", NULL);
  refused (book, link_action (book, "b", "c", SPIL_LINK_TYPE_FINISH_START),
           "Bezoek → Contact → Aanpak → Bezoek");
  refused (book, part_action (book, "c", "a"), "“Contact” is a part of “Aanpak”");
  put (book, "link", "dependency", "from=@c", "to=@d", "type=ff", NULL);
  refused (book, part_action (book, "b", "d"), "“Deelname” has parts");
  put (book, "apart", "task", "name=Elders", NULL);
  action = part_action (book, "apart", "a");
  g_assert_true (spil_store_commit (book->store.store, action, &error));
  g_assert_no_error (error);
  spil_action_free (action);
}

/* The funnel */

static void
test_funnel (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Forward");
  SpilChange *change;
  g_autoptr (GError) error = NULL;
  SpilValue engagement;
  SpilValue first;
  SpilValue second;
  SpilValue day_of_step = spil_value_integer (day (2018, 9, 1).number);
  g_auto (SpilValue) evidence = spil_value_text ("Intentieverklaring getekend");

  put (book, "s1", "stage", "number=1", "name=Bekend", NULL);
  put (book, "s2", "stage", "number=2", "name=Gesproken", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "e", "engagement", "organisation=@isala", "stage=@s1", NULL);
  engagement = spil_value_id (id_of (book, "e"));
  first = spil_value_id (id_of (book, "s1"));
  second = spil_value_id (id_of (book, "s2"));

  // Without a step that says why, the stage stays.
  spil_change_assign (set_row (action, book, "engagement", "e"), SPIL_ENGAGEMENT_STAGE, &second);
  g_assert_false (spil_store_commit (book->store.store, action, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  change = spil_action_add_row (action, named ("stage_change"), spil_id_new ());
  spil_change_assign (change, SPIL_STAGE_CHANGE_ENGAGEMENT, &engagement);
  spil_change_assign (change, SPIL_STAGE_CHANGE_FROM, &first);
  spil_change_assign (change, SPIL_STAGE_CHANGE_TO, &second);
  spil_change_assign (change, SPIL_STAGE_CHANGE_DATE, &day_of_step);
  g_assert_false (spil_store_commit (book->store.store, action, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  spil_change_assign (change, SPIL_STAGE_CHANGE_EVIDENCE, &evidence);
  commit (book->store.store, action);

  // Back needs no reason.
  action = spil_action_new ("Back");
  spil_change_assign (set_row (action, book, "engagement", "e"), SPIL_ENGAGEMENT_STAGE, &first);
  commit (book->store.store, action);
}

/* Money */

static void
put_budget (Book *book)
{
  put (book, "2018", "budget_version", "name=Begroting 2018", "year=2018", "date=2018-07-31", "total=1500",
       "vat=excluded", NULL);
  put (book, "l1", "budget_line", "version=@2018", "number=1", "name=Makelaars", "amount=1000",
       "vat=excluded", NULL);
  put (book, "l2", "budget_line", "version=@2018", "number=2", "name=Fonds", "amount=500", "vat=excluded",
       NULL);
  put (book, "l3", "budget_line", "version=@2018", "number=3", "name=Later", "pm=true", "vat=excluded", NULL);
  put (book, "besluit", "decision", "date=2018-09-01", "aim=decide", "outcome=Mag erboven", NULL);
}

// An action that books @cents on @line as a commitment or an expense.
static SpilAction *
book_amount (Book *book, const char *entity, const char *line, int64_t cents, int vat, const char *commitment,
             const char *decision)
{
  SpilAction *action = spil_action_new ("Booked");
  const SpilEntity *kind = named (entity);
  SpilChange *change = spil_action_add_row (action, kind, spil_id_new ());
  g_auto (SpilValue) description = spil_value_text ("Factuur");
  const struct
  {
    const char *field;
    SpilValue value;
  } values[] = {
    { "line", spil_value_id (id_of (book, line)) },
    { "date", spil_value_integer (day (2018, 9, 1).number) },
    { "amount", spil_value_integer (cents) },
    { "vat", spil_value_integer (vat) },
    { "description", description },
    { "commitment", commitment != NULL ? spil_value_id (id_of (book, commitment)) : SPIL_VALUE_INIT },
    { "decision", decision != NULL ? spil_value_id (id_of (book, decision)) : SPIL_VALUE_INIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].value.kind != SPIL_VALUE_NULL)
      spil_change_assign (change, spil_entity_field_by_name (kind, values[i].field)->number,
                          &values[i].value);
  return action;
}

static void
test_bookings (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *entity;
    const char *line;
    int64_t cents;
    int vat;
    const char *commitment;
    const char *decision;
    const char *refused; // NULL: allowed
  } steps[] = {
    { "fits", "commitment", "l1", 60000, 1, NULL, NULL, NULL },
    { "just fits", "actual", "l1", 40000, 1, NULL, NULL, NULL },
    { "a cent over", "actual", "l1", 1, 1, NULL, NULL, "0,01" },
    { "over, with a decision", "actual", "l1", 1, 1, NULL, "besluit", NULL },
    { "over again, without", "commitment", "l1", 500, 1, NULL, NULL, "5,00" },
    { "with VAT on a line without", "actual", "l2", 100, 2, NULL, NULL, "VAT" },
    { "on PM", "actual", "l3", 100, 1, NULL, NULL, "no amount" },
    { "on PM with a decision", "commitment", "l3", 100, 1, NULL, "besluit", NULL },
    { "a reversal", "actual", "l1", -40000, 1, NULL, NULL, NULL },
    { "room again", "actual", "l1", 39999, 1, NULL, NULL, NULL },
  };

  put_budget (book);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    SpilAction *action = book_amount (book, steps[i].entity, steps[i].line, steps[i].cents, steps[i].vat,
                                      steps[i].commitment, steps[i].decision);

    g_test_message ("%s", steps[i].what);
    if (steps[i].refused != NULL)
      refused (book, action, steps[i].refused);
    else
      commit (book->store.store, action);
  }
}

// What draws down a commitment takes no room but its own.
static void
test_drawing_down (Book *book, gconstpointer data)
{
  put_budget (book);
  put (book, "v", "commitment", "line=@l2", "date=2018-09-01", "amount=500", "vat=excluded",
       "description=Alles", NULL);
  commit (book->store.store, book_amount (book, "actual", "l2", 45000, 1, "v", NULL));
  commit (book->store.store, book_amount (book, "actual", "l2", 5000, 1, "v", NULL));
  refused (book, book_amount (book, "actual", "l2", 2500, 1, "v", NULL), "25,00");
}

static SpilAction *
set_amount (Book *book, const char *line, int64_t cents)
{
  SpilAction *action = spil_action_new ("Amount changed");
  SpilValue value = spil_value_integer (cents);

  spil_change_assign (set_row (action, book, "budget_line", line), SPIL_BUDGET_LINE_AMOUNT, &value);
  return action;
}

static SpilAction *
move_amounts (Book *book, const char *from, int64_t from_cents, const char *to, int64_t to_cents)
{
  SpilAction *action = set_amount (book, from, from_cents);
  SpilValue value = spil_value_integer (to_cents);

  spil_change_assign (set_row (action, book, "budget_line", to), SPIL_BUDGET_LINE_AMOUNT, &value);
  return action;
}

static void
test_version (Book *book, gconstpointer data)
{
  put_budget (book);
  refused (book, set_amount (book, "l1", 100001), "1.500,01");
  refused (book, set_amount (book, "l1", 90000), "1.400,00");
  refused (book, move_amounts (book, "l1", 90000, "l2", 60000), "new version");
}

static SpilAction *
award (Book *book, int64_t cents)
{
  SpilAction *action = spil_action_new ("Awarded");
  SpilChange *change = set_row (action, book, "application", "a");
  SpilValue amount = spil_value_integer (cents);
  SpilValue state = spil_value_integer (SPIL_APPLICATION_STATE_AWARDED);

  spil_change_assign (change, SPIL_APPLICATION_AWARDED, &amount);
  spil_change_assign (change, SPIL_APPLICATION_STATE, &state);
  return action;
}

static void
test_awards (Book *book, gconstpointer data)
{
  SpilAction *action;
  SpilValue cost = spil_value_integer (500000);
  SpilValue settled = spil_value_integer (300000);

  put (book, "fonds", "scheme", "name=Fonds", "ceiling=20000", "own_share=0.5", "application_ceiling=12500",
       "vat=excluded", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "b", "application", "scheme=@fonds", "organisation=@isala", "cost=30000", "vat=excluded",
       "awarded=12500", "state=awarded", NULL);
  put (book, "a", "application", "scheme=@fonds", "organisation=@isala", "cost=10000", "vat=excluded",
       "state=assessed", NULL);
  refused (book, award (book, 500001), "5.000,00");
  commit (book->store.store, award (book, 500000));
  // At settlement the real cost decides.
  action = spil_action_new ("Settled");
  spil_change_assign (set_row (action, book, "application", "a"), SPIL_APPLICATION_SETTLED_COST, &cost);
  spil_change_assign (set_row (action, book, "application", "a"), SPIL_APPLICATION_SETTLED, &settled);
  refused (book, action, "2.500,00");
}

#define add(name, test) g_test_add ("/store/rules/" name, Book, NULL, book_set_up, test, book_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("missing-target", test_missing_target);
  add ("any-order", test_any_order);
  add ("delete-referred", test_delete_referred);
  add ("parents", test_parents);
  add ("links-and-parts", test_links_and_parts);
  add ("dependencies", test_dependencies);
  add ("funnel", test_funnel);
  add ("bookings", test_bookings);
  add ("drawing-down", test_drawing_down);
  add ("version", test_version);
  add ("awards", test_awards);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-retention-page.h"

#include <glib/gi18n-lib.h>

#include "spil-erase-dialog.h"
#include "spil-erase-kept.h"
#include "spil-number.h"
#include "spil-privacy.h"
#include "spil-record-list.h"
#include "spil-row-group.h"

struct _SpilRetentionPage
{
  SpilPage parent_instance;

  GHashTable *chosen; /**< ids (SpilId) of the persons that are ticked */

  SpilRowGroup *list;
  SpilRowGroup *kept;
  SpilRecordList *rules;
  GtkCheckButton *all;
  GtkRevealer *bar;
  GtkButton *erase_button;
};

G_DEFINE_FINAL_TYPE (SpilRetentionPage, spil_retention_page, SPIL_TYPE_PAGE)

typedef struct
{
  GPtrArray *persons; /**< of SpilRecord, the oldest date first */
  GPtrArray *employers; /**< of char *, of each */
  GPtrArray *totals; /**< of SpilRetentionTotal */
  GPtrArray *rules; /**< of SpilRecord */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->persons, g_ptr_array_unref);
  g_clear_pointer (&data->employers, g_ptr_array_unref);
  g_clear_pointer (&data->totals, g_ptr_array_unref);
  g_clear_pointer (&data->rules, g_ptr_array_unref);
  g_free (data);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) rules = spil_query_new (spil_entity (SPIL_ENTITY_RETENTION_RULE));
  g_autoptr (Data) data = g_new0 (Data, 1);

  data->employers = g_ptr_array_new_with_free_func (g_free);
  if ((data->persons = spil_store_due_for_erasure (store, error)) == NULL ||
      (data->totals = spil_store_retention_totals (store, error)) == NULL ||
      (data->rules = spil_store_list (store, rules, error)) == NULL)
    return NULL;
  for (guint i = 0; i < data->persons->len; i++)
    g_ptr_array_add (data->employers,
                     spil_store_dup_title (store, spil_entity (SPIL_ENTITY_ORGANISATION),
                                           spil_record_get_reference (g_ptr_array_index (data->persons, i),
                                                                      SPIL_PERSON_ORGANISATION)));
  return g_steal_pointer (&data);
}

static void
show_chosen (SpilRetentionPage *self)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (
      ngettext ("Erase the data of %u person…", "Erase the data of %u persons…", n), n);

  gtk_button_set_label (self->erase_button, label);
  gtk_revealer_set_reveal_child (self->bar, n > 0);
  gtk_check_button_set_inconsistent (self->all, n > 0 && data != NULL && n < data->persons->len);
  // Setting it must not tick anything.
  g_signal_handlers_block_matched (self->all, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_check_button_set_active (self->all, n > 0 && data != NULL && n == data->persons->len);
  g_signal_handlers_unblock_matched (self->all, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
on_ticked_cb (GtkCheckButton *check, SpilRetentionPage *self)
{
  const SpilId *id = g_object_get_data (G_OBJECT (check), "spil-person");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->chosen, id);
  show_chosen (self);
}

static GtkWidget *
make_check (SpilRetentionPage *self, SpilRecord *person)
{
  GtkWidget *check = gtk_check_button_new ();
  SpilId id = spil_record_get_id (person);
  // Translators: %s is the title of a row.
  g_autofree char *name = g_strdup_printf (_ ("Tick: %s"), spil_record_get_title (person));

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, &id));
  g_object_set_data_full (G_OBJECT (check), "spil-person", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked_cb), self, 0);
  return check;
}

static GtkWidget *
make_row (SpilRetentionPage *self, SpilRecord *person, const char *employer)
{
  g_autofree char *date = spil_record_format (person, SPIL_PERSON_RETENTION_DATE);
  // Translators: %s is a date.
  g_autofree char *until = date[0] != '\0' ? g_strdup_printf (_ ("kept until %s"), date)
                                           : g_strdup (_ ("no contact within the retention period"));
  g_autofree char *subtitle = spil_join_facts (employer, until, NULL);
  GtkWidget *row = spil_text_row_new (spil_record_get_title (person), subtitle, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_check (self, person));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  spil_text_row_edit (row, person, NULL);
  return row;
}

// Who is no longer on the list is no longer ticked.
static void
forget_gone (SpilRetentionPage *self, const Data *data)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->chosen);

  self->chosen = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  for (guint i = 0; i < data->persons->len; i++) {
    SpilId id = spil_record_get_id (g_ptr_array_index (data->persons, i));

    if (g_hash_table_contains (before, &id))
      g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  }
}

/* Notes and participations */

static char *
dup_total_title (const SpilRetentionTotal *total)
{
  gboolean notes = total->category == SPIL_RETENTION_CATEGORY_NOTES;
  g_autofree char *count = spil_integer_format (total->count);
  const char *title;

  if (total->count >= SPIL_RETENTION_MAX_COUNT)
    title = notes ? _ ("More than %s notes of contact moments") : _ ("More than %s participations");
  else
    title = notes ? ngettext ("%s note of a contact moment", "%s notes of contact moments", total->count)
                  : ngettext ("%s participation", "%s participations", total->count);
  return g_strdup_printf (title, count);
}

static GtkWidget *
make_total_row (SpilRetentionPage *self, const SpilRetentionTotal *total)
{
  g_autofree char *title = dup_total_title (total);
  g_autofree char *day = spil_day_format (total->before);
  // Translators: %s is a date.
  g_autofree char *subtitle = g_strdup_printf (_ ("From before %s"), day);
  // Translators: %s is what is erased, such as "12 notes of contact moments".
  g_autofree char *name = g_strdup_printf (_ ("Erase: %s"), title);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Erase…"));
  g_autofree char *rule = spil_id_dup_text (total->rule);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "retention.erase-kept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", rule);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_kept (SpilRetentionPage *self, const Data *data)
{
  spil_row_group_begin (self->kept);
  for (guint i = 0; i < data->totals->len; i++)
    spil_row_group_append (self->kept, make_total_row (self, data->totals->pdata[i]));
  spil_row_group_end (self->kept, NULL);
}

static void
erase_kept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (widget));
  SpilId rule;

  if (data == NULL || !spil_id_parse (g_variant_get_string (parameter, NULL), &rule))
    return;
  for (guint i = 0; i < data->totals->len; i++) {
    const SpilRetentionTotal *total = data->totals->pdata[i];
    g_autofree char *title = dup_total_title (total);

    if (spil_id_equal (total->rule, rule))
      spil_erase_kept_ask (widget, spil_page_get_worker (SPIL_PAGE (widget)), total, title);
  }
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilRetentionPage *self = SPIL_RETENTION_PAGE (page);
  const Data *data = loaded;

  forget_gone (self, data);
  spil_row_group_begin (self->list);
  for (guint i = 0; i < data->persons->len; i++)
    spil_row_group_append (self->list, make_row (self, g_ptr_array_index (data->persons, i),
                                                 g_ptr_array_index (data->employers, i)));
  spil_row_group_end (self->list, _ ("Nobody’s data have been kept longer than agreed."));
  gtk_widget_set_visible (GTK_WIDGET (self->all), data->persons->len > 0);
  fill_kept (self, data);
  spil_record_list_set_records (self->rules, data->rules);
  show_chosen (self);
}

static void
on_all_toggled_cb (SpilRetentionPage *self)
{
  Data *data = spil_page_get_data (SPIL_PAGE (self));

  g_hash_table_remove_all (self->chosen);
  if (data == NULL)
    return;
  for (guint i = 0; gtk_check_button_get_active (self->all) && i < data->persons->len; i++) {
    SpilId id = spil_record_get_id (g_ptr_array_index (data->persons, i));

    g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  }
  fill (SPIL_PAGE (self), data);
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRetentionPage *self = SPIL_RETENTION_PAGE (widget);
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (SpilId));
  const char *person = NULL;

  for (guint i = 0; data != NULL && i < data->persons->len; i++) {
    SpilId id = spil_record_get_id (g_ptr_array_index (data->persons, i));

    if (!g_hash_table_contains (self->chosen, &id))
      continue;
    g_array_append_val (persons, id);
    person = spil_record_get_title (g_ptr_array_index (data->persons, i));
  }
  adw_dialog_present (spil_erase_dialog_new (spil_page_get_worker (SPIL_PAGE (self)), persons,
                                             persons->len == 1 ? person : NULL),
                      widget);
}

static char *
dup_category (SpilRecord *rule, gpointer user_data)
{
  return spil_record_format (rule, SPIL_RETENTION_RULE_CATEGORY);
}

static char *
dup_ground (SpilRecord *rule, gpointer user_data)
{
  return spil_record_format (rule, SPIL_RETENTION_RULE_GROUND);
}

static char *
dup_months (SpilRecord *rule, gpointer user_data)
{
  guint months = (guint) spil_record_get_integer (rule, SPIL_RETENTION_RULE_MONTHS);

  if (months == 0)
    return g_strdup (_ ("not stated"));
  return g_strdup_printf (ngettext ("%u month", "%u months", months), months);
}

static void
spil_retention_page_constructed (GObject *object)
{
  SpilPage *page = SPIL_PAGE (object);

  G_OBJECT_CLASS (spil_retention_page_parent_class)->constructed (object);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "retention.erase",
                                 !spil_worker_get_read_only (spil_page_get_worker (page)));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "retention.erase-kept",
                                 !spil_worker_get_read_only (spil_page_get_worker (page)));
}

static void
spil_retention_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_RETENTION_PAGE);
  G_OBJECT_CLASS (spil_retention_page_parent_class)->dispose (object);
}

static void
spil_retention_page_finalize (GObject *object)
{
  g_hash_table_unref (SPIL_RETENTION_PAGE (object)->chosen);
  G_OBJECT_CLASS (spil_retention_page_parent_class)->finalize (object);
}

static void
spil_retention_page_class_init (SpilRetentionPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_PERSON,         SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_CONTACT,        SPIL_ENTITY_CONTACT_PERSON,
                                  SPIL_ENTITY_PARTICIPATION,  SPIL_ENTITY_COHORT,
                                  SPIL_ENTITY_RETENTION_RULE, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = spil_retention_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = spil_retention_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_retention_page_finalize;
  page_class->entities = entities;
  page_class->help = "privacy";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  gtk_widget_class_install_action (widget_class, "retention.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "retention.erase-kept", "s", erase_kept_action);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-retention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, list);
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, kept);
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, rules);
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, all);
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SpilRetentionPage, erase_button);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled_cb);
}

static void
spil_retention_page_init (SpilRetentionPage *self)
{
  self->chosen = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_record_list_set_texts (self->rules, dup_category, dup_ground, dup_months, NULL);
  spil_record_list_set_empty_text (self->rules, _ ("None yet: only the date at a person counts."));
}

SpilPage *
spil_retention_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_RETENTION_PAGE, "worker", worker, "title", _ ("To erase"), NULL);
}

static void
add_way (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.retention");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

GtkWidget *
spil_retention_group_new (guint n_persons, gboolean kept)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Data of %u person", "Data of %u persons", n_persons),
                                            n_persons);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("To erase"));
  if (n_persons > 0)
    add_way (group, title, _ ("Kept as long as was agreed"));
  if (kept)
    add_way (group, _ ("Notes and participations"), _ ("Kept as long as was agreed"));
  return group;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-accessible.h"
#include "spil-contact-form.h"
#include "spil-draft.h"
#include "spil-visit-extras.h"
#include "spil-visit-paper.h"
#include "spil-visit-sheet.h"
#include "spil-visit-view.h"

// Contact moments that are shown: the last few count, the page of the employer has them all.
#define CONTACTS 5

// What was read for the page.
typedef struct
{
  SpilVisitData *visit;
  SpilVisitSheet *sheet;
  SpilContactData *contact; /**< the form takes it over when it is new */
} Loaded;

// What the reading has to know.
typedef struct
{
  SpilId organisation;
  char *dir;
} Request;

struct _SpilVisitPage
{
  SpilPage parent_instance;

  SpilId organisation;
  SpilContactForm *form;
  SpilContactData *contact; /**< what the form shows; NULL: it is new */
  SpilVisitExtras *extras;
  guint keeping; /**< the source that will keep the draft; 0: it is kept */
  gboolean typed; /**< there is something to keep */
  gboolean saving;
  gboolean save_when_loaded; /**< asked for before it was known whom it is about */

  AdwWindowTitle *title;
  GtkButton *save_button;
  AdwMultiLayoutView *layouts;
  SpilVisitView *view;
  AdwBin *note_bin;
  AdwBanner *draft_banner;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
};

G_DEFINE_FINAL_TYPE (SpilVisitPage, spil_visit_page, SPIL_TYPE_PAGE)

#define WORKER(self) (spil_page_get_worker (SPIL_PAGE (self)))

/* Reading */

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->dir);
  g_free (request);
}

static void
free_loaded (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->visit, spil_visit_data_free);
  g_clear_pointer (&loaded->sheet, spil_visit_sheet_free);
  g_clear_pointer (&loaded->contact, spil_contact_data_free);
  g_free (loaded);
}

static gpointer
prepare (SpilPage *page)
{
  Request *request = g_new0 (Request, 1);

  request->organisation = SPIL_VISIT_PAGE (page)->organisation;
  request->dir = g_strdup (spil_worker_get_dir (spil_page_get_worker (page)));
  return request;
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  Loaded *loaded = g_new0 (Loaded, 1);
  g_autoptr (GError) local = NULL;
  g_autofree gpointer contact = NULL;

  loaded->visit = spil_visit_data_new (store, request->organisation, spil_day_today (), &local);
  if (loaded->visit != NULL) {
    contact = spil_contact_request_new_with_draft (loaded->visit->id, SPIL_ID_NIL, request->dir);
    loaded->contact = spil_contact_data_load (store, contact, cancellable, &local);
  }
  if (loaded->contact != NULL) {
    loaded->sheet = spil_visit_sheet_new (loaded->visit, CONTACTS);
    return loaded;
  }
  free_loaded (loaded);
  // Gone: then the page goes too.
  if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Drafts */

static void
stop_keeping (SpilVisitPage *self)
{
  g_clear_handle_id (&self->keeping, g_source_remove);
}

static char *
dup_draft (SpilVisitPage *self)
{
  g_autofree char *text = spil_contact_form_dup_draft (self->form);
  g_autoptr (GKeyFile) draft = g_key_file_new ();

  if (!g_key_file_load_from_data (draft, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return g_steal_pointer (&text);
  spil_visit_extras_keep (self->extras, draft);
  return g_key_file_to_data (draft, NULL, NULL);
}

static void
keep_draft_now (SpilVisitPage *self)
{
  g_autofree char *draft = dup_draft (self);

  stop_keeping (self);
  spil_draft_keep (WORKER (self), self->organisation, draft, FALSE);
}

static gboolean
on_keep_cb (gpointer user_data)
{
  SpilVisitPage *self = user_data;

  self->keeping = 0;
  keep_draft_now (self);
  return G_SOURCE_REMOVE;
}

static void
restore_extras (SpilVisitPage *self, const char *text)
{
  g_autoptr (GKeyFile) draft = g_key_file_new ();

  if (g_key_file_load_from_data (draft, text, strlen (text), G_KEY_FILE_NONE, NULL))
    spil_visit_extras_restore (self->extras, draft);
}

/* The form */

static void
set_refusal (SpilVisitPage *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
on_form_changed_cb (SpilVisitPage *self)
{
  set_refusal (self, NULL);
  self->typed = TRUE;
  if (self->keeping == 0)
    self->keeping = g_timeout_add_seconds (1, on_keep_cb, self);
}

static void
set_form (SpilVisitPage *self)
{
  self->form = SPIL_CONTACT_FORM (spil_contact_form_new (WORKER (self), FALSE));
  spil_contact_form_set_kind (self->form, SPIL_CONTACT_KIND_VISITED);
  g_clear_object (&self->extras);
  self->extras = spil_visit_extras_new (WORKER (self));
  spil_visit_extras_add_to_page (self->extras,
                                 ADW_PREFERENCES_PAGE (adw_bin_get_child (ADW_BIN (self->form))));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_form_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->extras, "changed", G_CALLBACK (on_form_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->note_bin, GTK_WIDGET (self->form));
  g_clear_pointer (&self->contact, spil_contact_data_free);
}

// A new form learns whom it is about; one that is being typed in keeps what it knows.
static void
fill_form (SpilVisitPage *self, Loaded *loaded)
{
  gboolean restored;

  spil_visit_extras_set_data (self->extras, loaded->visit->engagement, loaded->visit->stages);
  if (self->contact != NULL)
    return;
  self->contact = g_steal_pointer (&loaded->contact);
  restored = spil_contact_form_set_data (self->form, self->contact);
  if (restored)
    restore_extras (self, self->contact->draft);
  self->typed = self->typed || restored;
  adw_banner_set_revealed (self->draft_banner, restored);
  gtk_widget_grab_focus (spil_contact_form_get_note (self->form));
}

static void
on_throw_away_clicked_cb (SpilVisitPage *self)
{
  stop_keeping (self);
  self->typed = FALSE;
  spil_draft_keep (WORKER (self), self->organisation, NULL, TRUE);
  adw_banner_set_revealed (self->draft_banner, FALSE);
  set_form (self);
  spil_page_reload (SPIL_PAGE (self));
}

/* Saving */

static void
set_saving (SpilVisitPage *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.save", !saving);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilVisitPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = spil_worker_commit_finish (SPIL_WORKER (source), result, &error);

  if (saved)
    spil_draft_keep (SPIL_WORKER (source), self->organisation, NULL, TRUE);
  if (self->form == NULL)
    return;
  set_saving (self, FALSE);
  if (!saved) {
    set_refusal (self, error->message);
    return;
  }
  stop_keeping (self);
  self->typed = FALSE;
  spil_page_pop (SPIL_PAGE (self));
}

static SpilAction *
make_action (SpilVisitPage *self, gboolean *at_field, GError **error)
{
  g_autoptr (SpilAction)
      action = spil_contact_form_make_action (self->form, self->organisation, at_field, error);

  if (action == NULL)
    return NULL;
  *at_field = TRUE;
  if (!spil_visit_extras_add_to (self->extras, action, self->organisation, self->contact->broker, error))
    return NULL;
  return g_steal_pointer (&action);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilVisitPage *self = SPIL_VISIT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean at_field = FALSE;
  SpilAction *action;

  self->save_when_loaded = self->contact == NULL;
  if (self->save_when_loaded)
    return;
  set_refusal (self, NULL);
  action = make_action (self, &at_field, &error);
  if (action == NULL) {
    set_refusal (self, at_field ? NULL : error->message);
    return;
  }
  set_saving (self, TRUE);
  spil_worker_commit (WORKER (self), action, on_committed_cb, g_object_ref (self));
}

/* Paper */

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilVisitPage *self = SPIL_VISIT_PAGE (widget);
  const Loaded *loaded = spil_page_get_data (SPIL_PAGE (self));

  if (loaded == NULL)
    return;
  if (g_str_equal (name, "visit.print"))
    spil_visit_paper_print (widget, WORKER (self), self->organisation);
  else
    spil_visit_paper_save (widget, WORKER (self), self->organisation, loaded->sheet->name,
                           g_str_equal (name, "visit.save-odt") ? ".odt" : ".pdf");
}

/* The page */

static void
fill (SpilPage *page, gpointer data)
{
  SpilVisitPage *self = SPIL_VISIT_PAGE (page);
  Loaded *loaded = data;
  SpilPageRow row = { SPIL_ENTITY_ORGANISATION, self->organisation };

  if (loaded == NULL) {
    spil_page_pop (page);
    return;
  }
  self->organisation = row.id = loaded->visit->id;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), loaded->sheet->name);
  adw_window_title_set_title (self->title, _ ("Visit"));
  adw_window_title_set_subtitle (self->title, loaded->sheet->name);
  spil_page_set_rows (page, &row, 1);
  spil_visit_view_set_sheet (self->view, loaded->sheet);
  fill_form (self, loaded);
  if (self->save_when_loaded)
    save_action (GTK_WIDGET (self), NULL, NULL);
}

static void
on_wide_cb (SpilVisitPage *self)
{
  adw_multi_layout_view_set_layout_name (self->layouts, "wide");
  gtk_widget_set_size_request (GTK_WIDGET (self->note_bin), 400, -1);
  gtk_button_set_label (self->save_button, _ ("_Save"));
}

static void
on_narrow_cb (SpilVisitPage *self)
{
  adw_multi_layout_view_set_layout_name (self->layouts, "narrow");
  gtk_widget_set_size_request (GTK_WIDGET (self->note_bin), 300, -1);
  gtk_button_set_icon_name (self->save_button, "object-select-symbolic");
}

static void
spil_visit_page_dispose (GObject *object)
{
  SpilVisitPage *self = SPIL_VISIT_PAGE (object);

  if (self->keeping != 0 && self->form != NULL)
    keep_draft_now (self);
  self->form = NULL;
  g_clear_object (&self->extras);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_VISIT_PAGE);
  g_clear_pointer (&self->contact, spil_contact_data_free);
  G_OBJECT_CLASS (spil_visit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_VISIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-visit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, title);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, view);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, note_bin);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilVisitPage, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_throw_away_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
}

static void
print (SpilPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "visit.print", NULL);
}

static void
spil_visit_page_class_init (SpilVisitPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_SITE,         SPIL_ENTITY_PERSON,      SPIL_ENTITY_ENGAGEMENT,
    SPIL_ENTITY_STAGE,        SPIL_ENTITY_STAGE_CHANGE, SPIL_ENTITY_CONTACT,     SPIL_ENTITY_NEXT_ACTION,
    SPIL_ENTITY_OFFER,        SPIL_ENTITY_COHORT,       SPIL_ENTITY_APPLICATION, SPIL_ENTITY_SCHEME,
    SPIL_ENTITY_PROMISE,      SPIL_ENTITY_STATEMENT,    SPIL_ENTITY_SCAN,        SPIL_ENTITY_AREA,
    SPIL_ENTITY_AREA_CHECK,   SPIL_ENTITY_TASK,         SPIL_ENTITY_SETTING,     0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_visit_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = free_request;
  page_class->help = "visit";
  page_class->load = load;
  page_class->free_data = free_loaded;
  page_class->fill = fill;
  page_class->print = print;
  gtk_widget_class_install_action (widget_class, "visit.save", NULL, save_action);
  for (const char *const *name =
           (const char *const[]) { "visit.print", "visit.save-pdf", "visit.save-odt", NULL };
       *name != NULL; name++)
    gtk_widget_class_install_action (widget_class, *name, NULL, paper_action);
  bind_template (widget_class);
}

static void
spil_visit_page_init (SpilVisitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_visit_page_new (SpilWorker *worker, SpilId organisation)
{
  SpilVisitPage *self = g_object_new (SPIL_TYPE_VISIT_PAGE, "worker", worker, NULL);

  self->organisation = organisation;
  set_form (self);
  return SPIL_PAGE (self);
}

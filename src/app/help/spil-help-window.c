// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-window.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-help-view.h"

struct _SpilHelpWindow
{
  AdwWindow parent_instance;

  SpilHelp *help;
  GArray *before; /**< the pages that were seen before this one, the latest last */
  int current; /**< or -1 */

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *page;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkBox *body;
};

G_DEFINE_FINAL_TYPE (SpilHelpWindow, spil_help_window, ADW_TYPE_WINDOW)

/* The list */

static int
row_page (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "page"));
}

static const char *
get_words (SpilHelpWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_searching (SpilHelpWindow *self)
{
  return get_words (self)[0] != '\0';
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  SpilHelpWindow *self = data;

  return !is_searching (self) || spil_help_match (self->help, row_page (row), get_words (self)) > 0;
}

/* As in the guide, or, when something is sought, what answers best first. */
static int
sort_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  SpilHelpWindow *self = data;
  const int better = is_searching (self) ? spil_help_match (self->help, row_page (b), get_words (self)) -
                                               spil_help_match (self->help, row_page (a), get_words (self))
                                         : 0;

  return better != 0 ? better : row_page (a) - row_page (b);
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SpilHelpWindow *self = data;
  const char *chapter = spil_help_get_chapter (self->help, row_page (row));
  GtkWidget *label = NULL;

  if (!is_searching (self) &&
      (before == NULL || g_strcmp0 (chapter, spil_help_get_chapter (self->help, row_page (before))) != 0)) {
    label = g_object_new (GTK_TYPE_LABEL, "label", chapter, "xalign", 0.0, "margin-start", 12, "margin-top",
                          before != NULL ? 12 : 6, "margin-bottom", 6, "accessible-role",
                          GTK_ACCESSIBLE_ROLE_HEADING, NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
    gtk_widget_add_css_class (label, "heading");
    gtk_widget_add_css_class (label, "dimmed");
  }
  gtk_list_box_row_set_header (row, label);
}

static void
add_rows (SpilHelpWindow *self)
{
  for (int i = 0; i < spil_help_get_n_pages (self->help); i++) {
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *label = gtk_label_new (spil_help_get_page (self->help, i)->title);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
    g_object_set_data (G_OBJECT (row), "page", GINT_TO_POINTER (i));
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spil_help_get_page (self->help, i)->title, -1);
    gtk_list_box_append (self->list, row);
  }
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_rows, self, NULL);
  gtk_list_box_set_header_func (self->list, head_row, self, NULL);
}

static GtkListBoxRow *
find_row (SpilHelpWindow *self, int page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_page (row) == page)
      return row;
  return NULL;
}

/* Pages */

static gboolean
on_link_followed_cb (SpilHelpWindow *self, const char *address)
{
  const char *id = g_str_has_prefix (address, "help:") ? address + strlen ("help:") : address;

  spil_help_present (GTK_WIDGET (self), id);
  return TRUE;
}

static void
show_page (SpilHelpWindow *self, int page)
{
  self->current = page;
  spil_help_view_fill (self->body, self->help, page, G_CALLBACK (on_link_followed_cb), self);
  adw_navigation_page_set_title (self->page, spil_help_get_page (self->help, page)->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_help_get_page (self->help, page)->title, -1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_list_box_select_row (self->list, find_row (self, page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->before->len > 0);
}

static void
go_to (SpilHelpWindow *self, int page)
{
  if (self->current >= 0 && page != self->current)
    g_array_append_val (self->before, self->current);
  show_page (self, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
on_row_activated_cb (SpilHelpWindow *self, GtkListBoxRow *row)
{
  go_to (self, row_page (row));
}

static void
on_search_changed_cb (SpilHelpWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

/* Enter opens what answers best. */
static void
on_search_activated_cb (SpilHelpWindow *self)
{
  int best = 0;
  int page = -1;

  // The list follows what is typed with a delay, so it is not asked.
  for (int i = 0; i < spil_help_get_n_pages (self->help); i++) {
    const int score = spil_help_match (self->help, i, get_words (self));

    if (score > best) {
      best = score;
      page = i;
    }
  }
  if (page >= 0)
    go_to (self, page);
}

static void
on_search_stopped_cb (SpilHelpWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

/* Actions */

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilHelpWindow *self = SPIL_HELP_WINDOW (widget);
  int page;

  if (self->before->len == 0)
    return;
  page = g_array_index (self->before, int, self->before->len - 1);
  g_array_set_size (self->before, self->before->len - 1);
  show_page (self, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilHelpWindow *self = SPIL_HELP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
contents_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilHelpWindow *self = SPIL_HELP_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
spil_help_window_dispose (GObject *object)
{
  SpilHelpWindow *self = SPIL_HELP_WINDOW (object);

  // The list asks for headings while it goes. Only the first time: dispose may come twice.
  if (self->list != NULL) {
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
    gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (spil_help_window_parent_class)->dispose (object);
}

static void
spil_help_window_finalize (GObject *object)
{
  SpilHelpWindow *self = SPIL_HELP_WINDOW (object);

  spil_help_free (self->help);
  g_array_unref (self->before);
  G_OBJECT_CLASS (spil_help_window_parent_class)->finalize (object);
}

static void
spil_help_window_class_init (SpilHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, contents_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpilHelpWindow, body);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
spil_help_window_init (SpilHelpWindow *self)
{
  self->current = -1;
  self->before = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SpilHelpWindow *
make_window (GtkWindow *beside, GError **error)
{
  SpilHelp *help = spil_help_new (error);
  SpilHelpWindow *self;

  if (help == NULL)
    return NULL;
  self = g_object_new (SPIL_TYPE_HELP_WINDOW, "application", gtk_window_get_application (beside),
                       "transient-for", beside, "destroy-with-parent", TRUE, NULL);
  self->help = help;
  add_rows (self);
  return self;
}

static SpilHelpWindow *
find_window (GtkWindow *beside)
{
  for (GList *at = gtk_application_get_windows (gtk_window_get_application (beside)); at != NULL;
       at = at->next)
    if (SPIL_IS_HELP_WINDOW (at->data))
      return at->data;
  return NULL;
}

void
spil_help_present (GtkWidget *parent, const char *topic)
{
  GtkWindow *beside = GTK_WINDOW (gtk_widget_get_root (parent));
  SpilHelpWindow *self = find_window (beside);
  g_autoptr (GError) error = NULL;
  int page;

  if (self == NULL)
    self = make_window (beside, &error);
  if (self == NULL) {
    spil_failure_present (parent, error);
    return;
  }
  page = spil_help_find (self->help, topic);
  go_to (self, MAX (page, 0));
  gtk_window_present (GTK_WINDOW (self));
}

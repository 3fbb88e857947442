// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-print-page.h"

#include "spil-failure.h"
#include "spil-page-reader.h"
#include "spil-print.h"

/* What the page shows, without its bars. */
static GtkWidget *
content_of (SpilPage *page)
{
  GtkWidget *child = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (page));

  return ADW_IS_TOOLBAR_VIEW (child) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child)) : child;
}

static void
on_lists_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPageLists) lists = spil_page_lists_read_finish (result, &error);
  const char *title = adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page));
  GPtrArray *canvases;
  SpilDocument *document;

  /* Who went elsewhere meanwhile prints nothing by surprise. */
  if (lists == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page))) {
    if (error != NULL)
      spil_failure_present (GTK_WIDGET (page), error);
    return;
  }
  canvases = g_ptr_array_new_with_free_func (g_object_unref);
  document = spil_page_reader_read (content_of (page), title, lists, canvases);
  spil_print_ready (GTK_WIDGET (page), spil_page_get_worker (page), title, G_OBJECT_TYPE_NAME (page), document,
                    canvases);
}

void
spil_print_page (SpilPage *page)
{
  g_return_if_fail (SPIL_IS_PAGE (page));

  if (SPIL_PAGE_GET_CLASS (page)->print != NULL)
    SPIL_PAGE_GET_CLASS (page)->print (page);
  else
    spil_page_lists_read (content_of (page), spil_page_get_worker (page), on_lists_read_cb, g_object_ref (page));
}

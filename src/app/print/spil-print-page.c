// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-print-page.h"

#include <glib/gi18n-lib.h>

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
  if (document == NULL) {
    g_ptr_array_unref (canvases);
    spil_page_toast (page, _ ("There is nothing in this page to print yet"));
    return;
  }
  spil_print_ready (GTK_WIDGET (page), spil_page_get_worker (page), title, G_OBJECT_TYPE_NAME (page),
                    document, canvases);
}

void
spil_print_page (SpilPage *page)
{
  g_return_if_fail (SPIL_IS_PAGE (page));

  if (SPIL_PAGE_GET_CLASS (page)->print != NULL)
    SPIL_PAGE_GET_CLASS (page)->print (page);
  else
    spil_page_lists_read (content_of (page), spil_page_get_worker (page), on_lists_read_cb,
                          g_object_ref (page));
}

/* A chart that waits for what its head says. */
typedef struct
{
  SpilPage *page;
  SpilChartCanvas *canvas;
  char *title;
} ChartWish;

static void
chart_wish_free (ChartWish *wish)
{
  g_object_unref (wish->page);
  g_object_unref (wish->canvas);
  g_free (wish->title);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartWish, chart_wish_free)

static void
on_chart_head_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ChartWish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPageLists) lists = spil_page_lists_read_finish (result, &error);
  GPtrArray *canvases;
  SpilDocument *document;

  if (lists == NULL) {
    spil_failure_present (GTK_WIDGET (wish->page), error);
    return;
  }
  canvases = g_ptr_array_new_with_free_func (g_object_unref);
  document = spil_page_reader_read_chart (wish->canvas, wish->title, lists, canvases);
  spil_print_ready (GTK_WIDGET (wish->page), spil_page_get_worker (wish->page), wish->title, "chart",
                    document, canvases);
}

void
spil_print_chart (SpilChartCanvas *canvas, const char *title)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (canvas), SPIL_TYPE_PAGE);
  ChartWish *wish;

  if (page == NULL || spil_chart_canvas_get_chart (canvas) == NULL)
    return;
  wish = g_new0 (ChartWish, 1);
  wish->page = g_object_ref (SPIL_PAGE (page));
  wish->canvas = g_object_ref (canvas);
  wish->title = g_strdup (title);
  /* The canvas holds no lists: only what stands in the head is read. */
  spil_page_lists_read (GTK_WIDGET (canvas), spil_page_get_worker (wish->page), on_chart_head_read_cb, wish);
}

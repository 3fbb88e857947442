// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "spil-text.h"

/* Texts in one generation. A screen shows some hundreds; two generations are kept. */
#define GENERATION 1500
/* No label shows more characters than this; longer texts are cut before Pango sees them. */
#define MAX_CHARS 300
/* Widths are rounded down to this many units, so that panning does not lay out a cut text for every pixel. */
#define WIDTH_STEP 4

typedef struct
{
  SpilChartLabel label;
  SpilChartTextKind kind;
  int width; /* whole units, -1: no limit */
  int lines;
  char text[];
} Entry;

/* What is looked up: an Entry without the text copied behind it. */
typedef struct
{
  const char *text;
  SpilChartTextKind kind;
  int width;
  int lines;
} Key;

struct _SpilChartText
{
  PangoContext *context;
  PangoFontMap *map; /* of the thread that drew last */
  PangoFontDescription *fonts[SPIL_CHART_TEXT_KINDS];
  const char *family;
  double size;
  GHashTable *young; /* Entry -> itself, found by Key */
  GHashTable *old;
  guint misses;
  double smallest; /* that was drawn; 0: none was */
};

static Key
entry_key (const Entry *entry)
{
  return (Key) { entry->text, entry->kind, entry->width, entry->lines };
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ ((guint) key->width * 2654435761u) ^ ((guint) key->kind << 3) ^
         (guint) key->lines;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->kind == y->kind && x->width == y->width && x->lines == y->lines && strcmp (x->text, y->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->label.layout);
  g_free (entry);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free, entry_free);
}

SpilChartText *
spil_chart_text_new (void)
{
  SpilChartText *self = g_new0 (SpilChartText, 1);

  self->young = new_generation ();
  self->old = new_generation ();
  return self;
}

static void
forget (SpilChartText *self)
{
  g_hash_table_remove_all (self->young);
  g_hash_table_remove_all (self->old);
  for (int i = 0; i < SPIL_CHART_TEXT_KINDS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  g_clear_object (&self->context);
}

void
spil_chart_text_free (SpilChartText *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

static PangoFontDescription *
make_font (const SpilChartStyle *style, SpilChartTextKind kind)
{
  static const double sizes[] = { 1, 1, SPIL_CHART_SMALL_TEXT, SPIL_CHART_SMALL_TEXT, 1.45 };
  PangoFontDescription *font = pango_font_description_new ();
  gboolean strong = kind == SPIL_CHART_TEXT_STRONG || kind == SPIL_CHART_TEXT_SMALL_STRONG ||
                    kind == SPIL_CHART_TEXT_LARGE;

  pango_font_description_set_family (font, style->font_family);
  pango_font_description_set_absolute_size (font, style->font_size * sizes[kind] * PANGO_SCALE);
  pango_font_description_set_weight (font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* Figures of equal width, so that columns of them line up. */
  pango_font_description_set_features_static (font, "tnum=1");
  return font;
}

void
spil_chart_text_begin (SpilChartText *self, const SpilChartStyle *style)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options;

  g_return_if_fail (self != NULL);
  g_return_if_fail (style != NULL);

  if (self->context != NULL && self->map == map && self->family == style->font_family &&
      self->size == style->font_size)
    return;

  forget (self);
  self->map = map;
  self->family = style->font_family;
  self->size = style->font_size;
  self->context = pango_font_map_create_context (map);
  /* Without hinting a text measures the same on a screen, on paper and in a file. */
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_get_default ());
  for (int i = 0; i < SPIL_CHART_TEXT_KINDS; i++)
    self->fonts[i] = make_font (style, (SpilChartTextKind) i);
}

static void
measure (SpilChartLabel *label)
{
  PangoRectangle logical;

  pango_layout_get_extents (label->layout, NULL, &logical);
  label->x = pango_units_to_double (logical.x);
  label->width = pango_units_to_double (logical.width);
  label->height = pango_units_to_double (logical.height);
  label->baseline = pango_units_to_double (pango_layout_get_baseline (label->layout));
  label->cut = pango_layout_is_ellipsized (label->layout);
}

static Entry *
lay_out (SpilChartText *self, const Key *key)
{
  gsize length = strlen (key->text);
  Entry *entry = g_malloc (sizeof (Entry) + length + 1);
  g_autofree char *line = spil_text_one_line (key->text, MAX_CHARS);
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[key->kind]);
  pango_layout_set_text (layout, line, -1);
  if (key->width >= 0) {
    pango_layout_set_width (layout, key->width * PANGO_SCALE);
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height (layout, -key->lines);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  entry->label.layout = layout;
  entry->kind = key->kind;
  entry->width = key->width;
  entry->lines = key->lines;
  memcpy (entry->text, key->text, length + 1);
  measure (&entry->label);
  self->misses++;
  return entry;
}

static void
remember (SpilChartText *self, Entry *entry)
{
  Key *key;

  if (g_hash_table_size (self->young) >= GENERATION) {
    g_hash_table_unref (self->old);
    self->old = self->young;
    self->young = new_generation ();
  }
  key = g_new (Key, 1);
  *key = entry_key (entry);
  g_hash_table_insert (self->young, key, entry);
}

static const SpilChartLabel *
look_up (SpilChartText *self, const Key *key)
{
  Entry *entry = g_hash_table_lookup (self->young, key);
  gpointer stolen_key, stolen;

  if (entry != NULL)
    return &entry->label;

  if (g_hash_table_steal_extended (self->old, key, &stolen_key, &stolen)) {
    g_free (stolen_key);
    entry = stolen;
  } else
    entry = lay_out (self, key);
  remember (self, entry);
  return &entry->label;
}

const SpilChartLabel *
spil_chart_text_get (SpilChartText *self, const char *text, SpilChartTextKind kind, double max_width,
                     int max_lines)
{
  Key key = { text != NULL ? text : "", kind, -1, 1 };
  const SpilChartLabel *label;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->context != NULL, NULL);

  /* Most texts fit: those are laid out once, however often the room around them changes. */
  label = look_up (self, &key);
  if (max_width < 0 || label->width <= max_width)
    return label;
  key.width = MAX (1, (int) MIN (max_width, 16000) / WIDTH_STEP * WIDTH_STEP);
  key.lines = CLAMP (max_lines, 1, 20);
  return look_up (self, &key);
}

guint
spil_chart_text_get_misses (const SpilChartText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->misses;
}

void
spil_chart_text_note_drawn (SpilChartText *self, SpilChartTextKind kind)
{
  double size = pango_font_description_get_size (self->fonts[kind]) / (double) PANGO_SCALE;

  if (self->smallest <= 0 || size < self->smallest)
    self->smallest = size;
}

double
spil_chart_text_get_smallest (const SpilChartText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->smallest;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** Why a file was not written. */
typedef enum
{
  SPIL_CHART_FILE_ERROR_KIND, /**< the extension is not svg, pdf or png */
  SPIL_CHART_FILE_ERROR_SIZE, /**< the chart is too large for that kind of file */
  SPIL_CHART_FILE_ERROR_WRITE,
} SpilChartFileError;

#define SPIL_CHART_FILE_ERROR (spil_chart_file_error_quark ())
GQuark spil_chart_file_error_quark (void);

/** How a chart is put on a sheet; zeros mean: as fits the kind of file. */
typedef struct
{
  /** A style to use; NULL: SPIL_LOOK_PRINT, at 9 pt in PDF, at 14 px in SVG and PNG. */
  const SpilChartStyle *style;
  /** The sheet, margins included: points in PDF (0: A4, on its side for a Gantt chart), pixels elsewhere (0: 960). */
  double width;
  /** 0: as high as the chart likes; in PDF a Gantt chart that does not fit goes on on the next page. */
  double height;
  /** Pixels a unit in PNG; 0: 2. */
  double scale;
  /** The chart is a sheet of paper itself: nothing is put around it, and the size is in points in every kind of file. */
  gboolean whole;
  /** For the properties of a PDF; may be NULL. */
  const char *title;
} SpilChartFileOptions;

/**
 * Writes @chart to @path, as SVG, PDF or PNG by its extension. @options may be NULL. The file appears complete or not at
 * all: it is written beside @path and then renamed. On failure returns FALSE with a sentence for people in @error.
 */
gboolean spil_chart_file_write (SpilChart *chart, const char *path, const SpilChartFileOptions *options,
                                GError **error);

/**
 * Writes all pages of @chart: a PDF of them, or a picture of each, "plan-1.png" and on when there are more than one. Returns the
 * paths, to be freed with g_strfreev(), or NULL with a sentence for people in @error; the pictures that were written before it stay.
 */
char **spil_chart_file_write_pages (SpilChart *chart, const char *path, const SpilChartFileOptions *options,
                                    GError **error);

G_END_DECLS

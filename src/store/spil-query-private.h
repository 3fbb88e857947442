// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-query.h"

G_BEGIN_DECLS

typedef struct
{
  int field;
  SpilCompare compare;
  SpilValue value; // owned
} SpilCondition;

typedef struct
{
  int field;
  gboolean descending;
} SpilSort;

struct _SpilQuery
{
  const SpilEntity *entity;
  GArray *conditions; // of SpilCondition
  GArray *sorts; // of SpilSort
  gboolean heads; // no organisation that is merged into another
  gboolean by_age; // in the order in which the rows were added
  char *search; // what spil_search_make_match() made of the words; NULL: no condition
  int64_t offset;
  int64_t limit; // 0: all
};

G_END_DECLS

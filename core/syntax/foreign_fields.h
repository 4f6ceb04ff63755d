/* foreign_fields.h - fields that program guides have and declarations have not, and what says
 * the same here. Offered only for a field that its noun does not know. */
#ifndef RUNG_SYNTAX_FOREIGN_FIELDS_H
#define RUNG_SYNTAX_FOREIGN_FIELDS_H

/* What to write instead of `field` in a declaration of this noun, or NULL. */
const char *foreign_field_hint(const char *noun, const char *field);

#endif

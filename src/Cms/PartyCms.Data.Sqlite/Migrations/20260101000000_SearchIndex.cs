using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyCms.Kernel.Data;

namespace PartyCms.Data.Sqlite.Migrations;

/// <summary>
/// The full-text index. Written by hand, for no model can describe it; it touches no other table, so it may run before
/// or after any other migration.
/// </summary>
/// <remarks>
/// The texts are cut into tokens by the program. The tokenizer "ascii" takes every character beyond ASCII as part of a
/// token, so the engine splits at our spaces and nowhere else, whatever Unicode version it knows. The underscore is part
/// of a token as well: it begins those of type, branch and year, which no query can spell. The body comes first,
/// because places in the first column are written without its number, which saves a quarter of the index.
/// </remarks>
[DbContext(typeof(CmsDbContext))]
[Migration("20260101000000_SearchIndex")]
internal sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE "search_documents" (
                "Id" INTEGER NOT NULL PRIMARY KEY,
                "ContentItemId" TEXT NOT NULL UNIQUE,
                "ContentType" TEXT NOT NULL,
                "OrgUnitId" TEXT NULL,
                "Year" INTEGER NOT NULL,
                "PublishedUtc" INTEGER NOT NULL
            );
            """);
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE "search_index" USING fts5(
                body, title, summary, labels, title_pieces, pieces, facets,
                content='', contentless_delete=1, tokenize="ascii tokenchars '_'");
            """);

        // Merging is done beside the writers (TidySearchIndex). Only where trees come faster than that, a writer merges.
        migrationBuilder.Sql("""INSERT INTO "search_index" ("search_index", rank) VALUES ('automerge', 0);""");
        migrationBuilder.Sql("""INSERT INTO "search_index" ("search_index", rank) VALUES ('crisismerge', 64);""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE \"search_index\";");
        migrationBuilder.Sql("DROP TABLE \"search_documents\";");
    }
}

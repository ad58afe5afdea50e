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
/// token, so the engine splits at our spaces and nowhere else, whatever Unicode version it knows.
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
                "PublishedUtc" INTEGER NOT NULL,
                "Body" TEXT NOT NULL
            );
            """);
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE "search_index" USING fts5(
                title, summary, labels, body, content='', contentless_delete=1, tokenize='ascii');
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE \"search_index\";");
        migrationBuilder.Sql("DROP TABLE \"search_documents\";");
    }
}

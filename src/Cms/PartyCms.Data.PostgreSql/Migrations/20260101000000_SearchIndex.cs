using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyCms.Kernel.Data;

namespace PartyCms.Data.PostgreSql.Migrations;

/// <summary>
/// The full-text index. Written by hand, for no model can describe it; it touches no other table, so it may run before
/// or after any other migration.
/// </summary>
[DbContext(typeof(CmsDbContext))]
[Migration("20260101000000_SearchIndex")]
internal sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE "search_documents" (
                "ContentItemId" varchar(64) NOT NULL PRIMARY KEY,
                "ContentType" varchar(128) NOT NULL,
                "OrgUnitId" uuid NULL,
                "Year" integer NOT NULL,
                "PublishedUtc" timestamptz NOT NULL,
                "Title" tsvector NOT NULL,
                "Terms" tsvector NOT NULL
            );
            """);
        migrationBuilder.Sql("CREATE INDEX \"IX_search_documents_title\" ON \"search_documents\" USING gin (\"Title\");");
        migrationBuilder.Sql("CREATE INDEX \"IX_search_documents_terms\" ON \"search_documents\" USING gin (\"Terms\");");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP TABLE \"search_documents\";");
}

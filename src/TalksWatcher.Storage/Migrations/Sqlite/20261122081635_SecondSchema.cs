using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksWatcher.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Reading",
                table: "observations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "CopiedVoice",
                table: "observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CopyOf",
                table: "observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outlet",
                table: "observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Print",
                table: "observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "RulesVersion",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OwedSince",
                table: "developments",
                type: "INTEGER",
                nullable: true);

            // The edits of a report were told apart by their text only: they are numbered in the order in which they were fetched.
            migrationBuilder.Sql(
                """
                UPDATE "documents" SET "Revision" = (
                    SELECT COUNT(*) FROM "documents" AS "d"
                    WHERE "d"."Watch" = "documents"."Watch" AND "d"."Key" = "documents"."Key"
                        AND ("d"."FetchedAt" < "documents"."FetchedAt"
                            OR ("d"."FetchedAt" = "documents"."FetchedAt" AND "d"."TextHash" <= "documents"."TextHash")));
                """);

            // All that was read with the first schema was read by rules 1.
            migrationBuilder.Sql("""UPDATE "documents" SET "RulesVersion" = '1' WHERE "TakenInAt" IS NOT NULL;""");

            migrationBuilder.DropPrimaryKey(
                name: "PK_observations",
                table: "observations");

            migrationBuilder.DropPrimaryKey(
                name: "PK_documents",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "IX_developments_Watch_Track",
                table: "developments");

            migrationBuilder.AddPrimaryKey(
                name: "PK_observations",
                table: "observations",
                columns: new[] { "Watch", "Document", "Revision", "Reading" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_documents",
                table: "documents",
                columns: new[] { "Watch", "Key", "Revision" });

            migrationBuilder.CreateTable(
                name: "print_bands",
                columns: table => new
                {
                    Band = table.Column<long>(type: "INTEGER", nullable: false),
                    Published = table.Column<long>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_print_bands", x => new { x.Band, x.Published, x.Document });
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_MessageId",
                table: "outbox",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_OwedSince",
                table: "developments",
                columns: new[] { "Watch", "OwedSince" });

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_Track_At",
                table: "developments",
                columns: new[] { "Watch", "Track", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "print_bands");

            migrationBuilder.DropIndex(
                name: "IX_outbox_MessageId",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_observations",
                table: "observations");

            migrationBuilder.DropPrimaryKey(
                name: "PK_documents",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "IX_developments_Watch_OwedSince",
                table: "developments");

            migrationBuilder.DropIndex(
                name: "IX_developments_Watch_Track_At",
                table: "developments");

            migrationBuilder.DropColumn(
                name: "Reading",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "CopiedVoice",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "CopyOf",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "Outlet",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "RulesVersion",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "OwedSince",
                table: "developments");

            migrationBuilder.AddPrimaryKey(
                name: "PK_observations",
                table: "observations",
                columns: new[] { "Watch", "Document", "Revision" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_documents",
                table: "documents",
                columns: new[] { "Watch", "Key", "TextHash" });

            migrationBuilder.CreateIndex(
                name: "IX_developments_Watch_Track",
                table: "developments",
                columns: new[] { "Watch", "Track" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksWatcher.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecondSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_TakenInAt_Published",
                table: "documents");

            migrationBuilder.CreateIndex(
                name: "IX_track_documents_Watch_Document_Track_Published",
                table: "track_documents",
                columns: new[] { "Watch", "Document", "Track", "Published" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_Watch_TakenInAt_Published",
                table: "documents",
                columns: new[] { "Watch", "TakenInAt", "Published" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_track_documents_Watch_Document_Track_Published",
                table: "track_documents");

            migrationBuilder.DropIndex(
                name: "IX_documents_Watch_TakenInAt_Published",
                table: "documents");

            migrationBuilder.CreateIndex(
                name: "IX_documents_TakenInAt_Published",
                table: "documents",
                columns: new[] { "TakenInAt", "Published" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksWatcher.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ThirdSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_print_bands_Published",
                table: "print_bands",
                column: "Published");

            migrationBuilder.CreateIndex(
                name: "IX_digest_items_Watch_Subscriber_DevelopmentId_RecordedAt",
                table: "digest_items",
                columns: new[] { "Watch", "Subscriber", "DevelopmentId", "RecordedAt" },
                filter: "\"DigestId\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_print_bands_Published",
                table: "print_bands");

            migrationBuilder.DropIndex(
                name: "IX_digest_items_Watch_Subscriber_DevelopmentId_RecordedAt",
                table: "digest_items");
        }
    }
}

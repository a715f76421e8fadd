using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceDesk.Infrastructure.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DeskWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseWords_Vector",
                table: "CaseWords");

            migrationBuilder.AlterTable(
                name: "CaseWords")
                .Annotation("Npgsql:StorageParameter:toast_tuple_target", 128);

            migrationBuilder.CreateIndex(
                name: "IX_CaseWords_Vector",
                table: "CaseWords",
                column: "Vector")
                .Annotation("Npgsql:IndexMethod", "GIN")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 256);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseWords_Vector",
                table: "CaseWords");

            migrationBuilder.AlterTable(
                name: "CaseWords")
                .OldAnnotation("Npgsql:StorageParameter:toast_tuple_target", 128);

            migrationBuilder.CreateIndex(
                name: "IX_CaseWords_Vector",
                table: "CaseWords",
                column: "Vector")
                .Annotation("Npgsql:IndexMethod", "GIN");
        }
    }
}

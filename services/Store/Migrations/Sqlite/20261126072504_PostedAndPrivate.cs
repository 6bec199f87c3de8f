using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PostedAndPrivate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "lifted_privately",
                table: "publication_holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "private_reason",
                table: "publication_holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "posted",
                table: "documents",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_posted",
                table: "documents",
                column: "posted",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_posted",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "lifted_privately",
                table: "publication_holds");

            migrationBuilder.DropColumn(
                name: "private_reason",
                table: "publication_holds");

            migrationBuilder.DropColumn(
                name: "posted",
                table: "documents");
        }
    }
}

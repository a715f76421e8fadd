using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceDesk.Infrastructure.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OfferedTargetGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The column came with "false" for the groups already there. Those nobody has touched since are offered.
            migrationBuilder.Sql("""UPDATE [TargetGroups] SET [IsOffered] = 1 WHERE [Version] = 0;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}

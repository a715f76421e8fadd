using Microsoft.AspNetCore.Authorization;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Clients.DownloadClientReport;

/// <summary>The report of a reading of a file of clients.</summary>
[Authorize(Policy = nameof(Permission.ImportClients))]
public sealed class IndexModel(ShowImportHandler show) : ImportReportPage(ImportKind.Clients, show);

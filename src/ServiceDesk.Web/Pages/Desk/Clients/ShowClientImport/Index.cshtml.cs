using Microsoft.AspNetCore.Authorization;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Clients.ShowClientImport;

/// <summary>One reading of a file of clients.</summary>
[Authorize(Policy = nameof(Permission.ImportClients))]
public sealed class IndexModel(ShowImportHandler show, ConfirmImportHandler confirm, Texts t) : ImportRunPage(ImportKind.Clients, show, confirm, t);

namespace ServiceDesk.Infrastructure;

/// <summary>The site cannot start; the message tells the administrator why and what to do. Shown without a stack trace.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);

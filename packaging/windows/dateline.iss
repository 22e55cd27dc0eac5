; Inno Setup: one setup program that needs no administrator, for one person.
; packaging\windows\build.ps1 calls it with the version.
#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0 dateline.iss
#endif

[Setup]
AppId={{6C1D3C64-3C0E-4F63-9C0B-5C9B5D0F7A11}
AppName=Dateline
AppVersion={#Version}
AppPublisher=The Dateline authors
DefaultDirName={autopf}\Dateline
DefaultGroupName=Dateline
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=dateline-{#Version}-setup
SetupIconFile=..\..\build\packaging\icons\dateline.ico
UninstallDisplayIcon={app}\dateline.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: path; Description: "Add the command “dateline-cli” to the search path"; Flags: unchecked

[Files]
Source: "..\..\dist\dateline\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an older version left out of the list above must not stay.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Dateline"; Filename: "{app}\dateline.exe"
Name: "{autodesktop}\Dateline"; Filename: "{app}\dateline.exe"; Tasks: desktopicon

[Registry]
; Dateline's own files open with a double click …
Root: HKA; Subkey: "Software\Classes\.dateline"; ValueType: string; ValueData: "Dateline.Project"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.dateline"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-dateline"
Root: HKA; Subkey: "Software\Classes\.dateline\OpenWithProgids"; ValueType: string; ValueName: "Dateline.Project"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Dateline.Project"; ValueType: string; ValueData: "Dateline project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Dateline.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\dateline.exe,0"
Root: HKA; Subkey: "Software\Classes\Dateline.Project\shell\open\command"; ValueType: string; ValueData: """{app}\dateline.exe"" ""%1"""
; … articles stay with the programs they belong to: Dateline is only offered under “Open with”.
Root: HKA; Subkey: "Software\Classes\Applications\dateline.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Dateline"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\dateline.exe\shell\open\command"; ValueType: string; ValueData: """{app}\dateline.exe"" ""%1"""
#define Article(str Ending) "Root: HKA; Subkey: ""Software\Classes\Applications\dateline.exe\SupportedTypes""; ValueType: string; ValueName: """ + Ending + """; ValueData: """""
#emit Article(".txt")
#emit Article(".md")
#emit Article(".html")
#emit Article(".htm")
#emit Article(".pdf")
#emit Article(".docx")
#emit Article(".eml")
; The command line, for who wants it.
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotInPath('{app}')

[Run]
Filename: "{app}\dateline.exe"; Description: "{cm:LaunchProgram,Dateline}"; Flags: nowait postinstall skipifsilent

[Code]
function NotInPath(Folder: string): Boolean;
var
  Known: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Known) then
    Known := '';
  Result := Pos(';' + Uppercase(ExpandConstant(Folder)) + ';', ';' + Uppercase(Known) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Known, Ours: string;
  Start: Integer;
begin
  if (Step = usUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Known) then
  begin
    Ours := ';' + ExpandConstant('{app}');
    Start := Pos(Uppercase(Ours), Uppercase(Known));
    if Start > 0 then
    begin
      Delete(Known, Start, Length(Ours));
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Known);
    end;
  end;
end;

; "Open folder in Strata" in the menu of folders, for this user, gone with the app.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\Directory\shell\Strata" "" "Open folder in Strata"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Strata" "Icon" "$INSTDIR\Strata.exe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Strata\command" "" '"$INSTDIR\Strata.exe" "%V"'
!macroend
!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\Directory\shell\Strata"
!macroend
